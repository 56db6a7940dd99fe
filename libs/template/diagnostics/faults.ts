import type { Place } from './place';

/** One thing that is wrong, before it is turned into a diagnostic. */
export interface Fault {
  readonly place: Place;
  readonly detail: string;
  /** Where in the text, if that is known better than by the place. */
  readonly position?: { readonly line: number; readonly column: number };
  /** The resources, from the outside in, in whose nested template it was found. */
  readonly through?: readonly string[];
}

/** More faults than anybody reads; what a template can make us write is bounded by it. */
const MOST_FAULTS = 1000;

/** Gathers everything that is wrong, so that the user is told all of it at once. */
export class Faults {
  private readonly gathered: Fault[] = [];
  private total = 0;
  private outer: { readonly faults: Faults; readonly change: (fault: Fault) => Fault } | undefined;

  /**
   * What is added to these is added to `faults`, where a resource is named as found in its nested
   * template. They count by themselves.
   */
  static into(faults: Faults, resource?: string): Faults {
    if (resource === undefined) return Faults.changed(faults, (fault) => fault);
    return Faults.changed(faults, (fault) => ({ ...fault, through: [resource, ...(fault.through ?? [])] }));
  }

  /** What is added to these is added to `faults` in words without secrets. They count by themselves. */
  static masked(faults: Faults, mask: (detail: string) => string): Faults {
    return Faults.changed(faults, (fault) => ({ ...fault, detail: mask(fault.detail) }));
  }

  private static changed(faults: Faults, change: (fault: Fault) => Fault): Faults {
    const inner = new Faults();
    inner.outer = { faults, change };
    return inner;
  }

  /** `detail` may be a function where the text costs something to make. */
  add(place: Place, detail: string | (() => string)): void {
    this.keep(() => ({ place, detail: typeof detail === 'string' ? detail : detail() }));
  }

  /** Adds what is wrong with a text that could not be read. */
  addRead(place: Place, fault: Omit<Fault, 'place'>): void {
    this.keep(() => ({ place, ...fault }));
  }

  /** Adds, and stands for what could not be made: `return faults.refuse(…)`. */
  refuse(place: Place, detail: string | (() => string)): null {
    this.add(place, detail);
    return null;
  }

  get count(): number {
    return this.total;
  }

  get none(): boolean {
    return this.total === 0;
  }

  list(): readonly Fault[] {
    return this.gathered;
  }

  /** How many there were beyond those in `list`. */
  get unlisted(): number {
    return this.total - this.gathered.length;
  }

  private keep(make: () => Fault): void {
    this.total += 1;
    const { outer } = this;
    if (outer !== undefined) outer.faults.keep(() => outer.change(make()));
    else if (this.gathered.length < MOST_FAULTS) this.gathered.push(make());
  }
}
