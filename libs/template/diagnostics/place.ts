/** A key of a map or an index of a list. */
export type Step = string | number;

/**
 * Where in the request something stands. Made on the way down while a template is walked, and only
 * turned into text where there is something to say, so that walking costs no string building.
 */
export class Place {
  private constructor(
    private readonly parent: Place | undefined,
    private readonly step: Step,
  ) {}

  /** A part of the request: `template`, `environment`, `parameters`, `files`. */
  static root(part: string): Place {
    return new Place(undefined, part);
  }

  at(step: Step): Place {
    return new Place(this, step);
  }

  /** From the part of the request down to here. */
  steps(): Step[] {
    const steps = this.parent?.steps() ?? [];
    steps.push(this.step);
    return steps;
  }
}

/** A JSON pointer (RFC 6901). */
export function pointerOf(steps: readonly Step[]): string {
  return steps.map((step) => `/${escapeStep(String(step))}`).join('');
}

function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
