import type { Place } from './place';

/** One thing that is wrong, before it is turned into a diagnostic. */
export interface Fault {
  readonly place: Place;
  readonly detail: string;
}

/** More faults than anybody reads; what a template can make us write is bounded by it. */
const MOST_FAULTS = 1000;

/** Gathers everything that is wrong, so that the user is told all of it at once. */
export class Faults {
  private readonly gathered: Fault[] = [];
  private count = 0;

  /** `detail` may be a function where the text costs something to make. */
  add(place: Place, detail: string | (() => string)): void {
    this.count += 1;
    if (this.gathered.length < MOST_FAULTS) {
      this.gathered.push({ place, detail: typeof detail === 'string' ? detail : detail() });
    }
  }

  /** Adds, and stands for what could not be made: `return faults.refuse(…)`. */
  refuse(place: Place, detail: string): null {
    this.add(place, detail);
    return null;
  }

  get none(): boolean {
    return this.count === 0;
  }

  list(): readonly Fault[] {
    return this.gathered;
  }

  /** How many there were beyond those in `list`. */
  get unlisted(): number {
    return this.count - this.gathered.length;
  }
}
