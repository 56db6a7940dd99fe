import type { Json } from '#contracts';

/** How the cloud is to misbehave. */
export interface Behaviour {
  /** How long it takes, before it does the work. */
  readonly delay_ms?: number;
  /** So many times it answers with this status, and does not do the work. */
  readonly fail?: { readonly status: number; readonly times: number };
  /** So many times it does the work and then cuts the connection. */
  readonly lose_answer?: number;
}

export interface Verdict {
  readonly delayMs: number;
  /** Answer with this status instead of doing the work. */
  readonly failWith: number | undefined;
  readonly loseAnswer: boolean;
}

/** The header in which a request says how it wants to be treated; a behaviour in JSON. */
export const BEHAVIOUR_HEADER = 'cloud-behaviour';

/** Decides how each request is treated, and counts how often it was. */
export class Behaviours {
  private readonly counts = new Map<string, number>();
  private global: Behaviour = {};
  private changes = 0;

  /** For every request from now on; counts from zero. */
  setGlobal(behaviour: Behaviour): void {
    this.global = behaviour;
    this.changes += 1;
  }

  /** `subject` is what the request is about: times are counted for each subject, and for the global behaviour over all. */
  judge(subject: string, own: Behaviour): Verdict {
    const scopes = [
      { behaviour: own, scope: subject },
      { behaviour: this.global, scope: `global ${this.changes}` },
    ];
    const failing = scopes.find(({ behaviour, scope }) => this.left(`fail ${scope}`, behaviour.fail?.times ?? 0));
    const losing =
      failing === undefined &&
      scopes.some(({ behaviour, scope }) => this.left(`lose ${scope}`, behaviour.lose_answer ?? 0));
    return {
      delayMs: Math.max(own.delay_ms ?? 0, this.global.delay_ms ?? 0),
      failWith: failing?.behaviour.fail?.status,
      loseAnswer: losing,
    };
  }

  // Takes one of the times that are left.
  private left(name: string, times: number): boolean {
    const count = this.counts.get(name) ?? 0;
    if (count >= times) return false;
    this.counts.set(name, count + 1);
    return true;
  }
}

/** Reads a behaviour off JSON; what it does not understand it leaves out. */
export function readBehaviour(value: Json): Behaviour {
  const given = objectOf(value);
  const fail = objectOf(given['fail'] ?? null);
  const { delay_ms, lose_answer } = given;
  return {
    ...(typeof delay_ms === 'number' ? { delay_ms } : {}),
    ...(typeof lose_answer === 'number' ? { lose_answer } : {}),
    ...(typeof fail['status'] === 'number' && typeof fail['times'] === 'number'
      ? { fail: { status: fail['status'], times: fail['times'] } }
      : {}),
  };
}

function objectOf(value: Json): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
