import type { RetainedItem } from './collector';
import type { LogPosition } from './log-reading';

/** Whose events a listener wants to hear of. */
export type Subject = { readonly rootId: string } | { readonly project: string };

/** Called synchronously for each event of its subject, in the order of the log. */
export interface LiveListener {
  readonly subject: Subject;
  offer(item: RetainedItem, position: LogPosition): void;
  /** The log was lost and begins anew. */
  epochChanged(): void;
}

const NONE: ReadonlySet<LiveListener> = new Set();

/** Listeners by what they listen to. */
export class Listeners {
  private readonly bySubject = new Map<string, Set<LiveListener>>();

  get isEmpty(): boolean {
    return this.bySubject.size === 0;
  }

  add(subject: string, listener: LiveListener): void {
    const others = this.bySubject.get(subject);
    if (others) others.add(listener);
    else this.bySubject.set(subject, new Set([listener]));
  }

  remove(subject: string, listener: LiveListener): void {
    const others = this.bySubject.get(subject);
    others?.delete(listener);
    if (others?.size === 0) this.bySubject.delete(subject);
  }

  of(subject: string): ReadonlySet<LiveListener> {
    return this.bySubject.get(subject) ?? NONE;
  }

  *all(): Generator<LiveListener> {
    for (const listeners of this.bySubject.values()) yield* listeners;
  }
}
