import type { RE2JS } from 're2js';
import type { Meter } from '../runtime/meter';

/**
 * A value while an expression is evaluated, in Python's kinds, as the functions tell them apart: `bigint` is an
 * integer and `number` a float.
 */
export type YaqlValue = null | boolean | bigint | number | string | YaqlObject;

export type YaqlObject =
  | Sequence
  | Dictionary
  | ValueSet
  | View
  | Stream
  | Memorized
  | Ordering
  | Pattern
  | Moment
  | Span
  | Pair
  | Frame
  | Blank;

/** A tuple, which is what lists of the data become, or a list, as some functions make. They are never equal. */
export class Sequence implements Iterable<YaqlValue> {
  readonly kind = 'sequence';

  constructor(
    readonly items: readonly YaqlValue[],
    readonly isTuple = true,
    /** For how many items a list had room when it began to grow. */
    readonly reserved = 0,
  ) {}

  [Symbol.iterator](): Iterator<YaqlValue> {
    return this.items.values();
  }
}

/** A map, by the hash keys of its keys. The plain ones, as some functions make, cannot be keys themselves. */
export class Dictionary {
  readonly kind = 'dictionary';

  constructor(
    readonly entries: ReadonlyMap<string, readonly [key: YaqlValue, value: YaqlValue]>,
    readonly isFrozen = true,
  ) {}

  *keys(): Generator<YaqlValue> {
    for (const [key] of this.entries.values()) yield key;
  }

  *values(): Generator<YaqlValue> {
    for (const [, value] of this.entries.values()) yield value;
  }
}

/** A set, by the hash keys of its members. */
export class ValueSet implements Iterable<YaqlValue> {
  readonly kind = 'set';

  readonly members: ReadonlyMap<string, YaqlValue>;
  /** What it takes in memory rests on how it was made. */
  readonly slots: number;

  constructor({ members, slots }: { readonly members: ReadonlyMap<string, YaqlValue>; readonly slots: number }) {
    this.members = members;
    this.slots = slots;
  }

  [Symbol.iterator](): Iterator<YaqlValue> {
    return this.members.values();
  }
}

/** What `keys()`, `values()` and `items()` of a map answer: the first and last are sets to most functions. */
export class View implements Iterable<YaqlValue> {
  readonly kind = 'view';

  constructor(
    readonly dictionary: Dictionary,
    readonly shows: 'keys' | 'values' | 'items',
  ) {}

  *[Symbol.iterator](): Generator<YaqlValue> {
    for (const [key, value] of this.dictionary.entries.values()) {
      yield this.shows === 'items' ? new Sequence([key, value]) : this.shows === 'keys' ? key : value;
    }
  }
}

/** An iterator: it is gone through once, and as far as somebody asks. */
export class Stream implements Iterable<YaqlValue> {
  readonly kind = 'stream';

  constructor(
    private readonly source: Iterator<YaqlValue>,
    private readonly meter: Meter,
  ) {}

  next(): IteratorResult<YaqlValue, undefined> {
    this.meter.enter();
    try {
      const step = this.source.next();
      return step.done === true ? { done: true, value: undefined } : step;
    } finally {
      this.meter.leave();
    }
  }

  /** Has no `return`: a loop that stops leaves the rest to the next one. */
  [Symbol.iterator](): Iterator<YaqlValue, undefined> {
    return { next: () => this.next() };
  }
}

/** An iterator that remembers, so that it can be gone through again. */
export class Memorized implements Iterable<YaqlValue> {
  readonly kind = 'memorized';
  private readonly seen: YaqlValue[] = [];
  private readonly rest: Iterator<YaqlValue>;

  constructor(
    source: Iterable<YaqlValue>,
    private readonly remembers: (count: number) => void,
  ) {
    this.rest = source[Symbol.iterator]();
  }

  *[Symbol.iterator](): Generator<YaqlValue> {
    for (let index = 0; ; index += 1) {
      if (index === this.seen.length && !this.readOn()) return;
      yield this.seen[index] ?? null;
    }
  }

  private readOn(): boolean {
    const step = this.rest.next();
    if (step.done === true) return false;
    this.seen.push(step.value);
    this.remembers(this.seen.length);
    return true;
  }
}

/** What `orderBy` answers: sorted when it is first gone through, so that `thenBy` can still add to the order. */
export class Ordering implements Iterable<YaqlValue> {
  readonly kind = 'ordering';
  private sorted: readonly YaqlValue[] | undefined;
  private readonly comparisons: ((a: YaqlValue, b: YaqlValue) => number)[] = [];

  constructor(private readonly collection: Iterable<YaqlValue>) {}

  add(comparison: (a: YaqlValue, b: YaqlValue) => number): void {
    this.comparisons.push(comparison);
  }

  [Symbol.iterator](): Iterator<YaqlValue> {
    this.sorted ??= [...this.collection].sort((a, b) => this.compare(a, b));
    return this.sorted.values();
  }

  private compare(a: YaqlValue, b: YaqlValue): number {
    for (const comparison of this.comparisons) {
      const order = comparison(a, b);
      if (order !== 0) return order;
    }
    return 0;
  }
}

/** A compiled regular expression. */
export class Pattern {
  readonly kind = 'pattern';

  constructor(
    readonly source: string,
    readonly flags: PatternFlags,
    readonly regex: RE2JS,
  ) {}
}

export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
}

/** A point in time, as the clock at a place shows it. */
export class Moment {
  readonly kind = 'moment';

  constructor(
    /** Microseconds from 1970-01-01 00:00 on that clock. */
    readonly local: bigint,
    /** By how many microseconds that clock is ahead of UTC. */
    readonly offset: bigint,
  ) {}
}

/** A stretch of time. */
export class Span {
  readonly kind = 'span';

  constructor(readonly microseconds: bigint) {}
}

/** `source => destination`, evaluated. */
export class Pair {
  readonly kind = 'pair';

  constructor(
    readonly source: YaqlValue,
    readonly destination: YaqlValue,
  ) {}
}

/** Variables, as `let` answers them for `->`. */
export interface Frame {
  readonly kind: 'frame';
}

/** An argument that was left out between two commas. */
export interface Blank {
  readonly kind: 'blank';
}

export const BLANK: Blank = { kind: 'blank' };
