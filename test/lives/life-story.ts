import fc from 'fast-check';

/** A server of a template. */
export interface PlannedServer {
  readonly name: string;
  readonly size: string;
  /** Servers of the same template, whose ids go into its size. */
  readonly needs: readonly string[];
  /** So often the cloud refuses to make it. */
  readonly fails: number;
}

export type PlannedStack = readonly PlannedServer[];

/** What is done with a stack, whatever is being done to it. */
export type Deed =
  | { readonly deed: 'update'; readonly to: PlannedStack }
  | { readonly deed: 'cancel'; readonly rollback: boolean }
  | { readonly deed: 'retry' | 'pause' | 'resume' | 'settle' };

export interface LifeStory {
  readonly first: PlannedStack;
  readonly isRolledBack: boolean;
  /** In this order, each so many milliseconds after the one before was answered. */
  readonly deeds: readonly (Deed & { readonly afterMs: number })[];
}

const NAMES = Array.from({ length: 30 }, (_, index) => `r${index}`);
const MOST_SERVERS = 30;
const SIZES = ['small', 'large'];

/** Templates that have names and sizes in common, with edges that may be turned round from one to the next. */
const stacks: fc.Arbitrary<PlannedStack> = fc
  .shuffledSubarray(NAMES, { minLength: 1, maxLength: MOST_SERVERS })
  .chain((names) =>
    fc.tuple(
      ...names.map((name, index) =>
        fc.record({
          name: fc.constant(name),
          size: fc.constantFrom(...SIZES),
          needs: fc.subarray(names.slice(0, index), { maxLength: Math.min(index, 2) }),
          fails: fc.integer({ min: -40, max: 2 }).map((fails) => Math.max(0, fails)),
        }),
      ),
    ),
  );

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ deed: fc.constant('update' as const), to: stacks }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('cancel' as const), rollback: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('settle' as const) }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constantFrom('retry' as const, 'pause' as const, 'resume' as const) }) },
);

/** Lives of stacks of up to 30 servers. */
export const lifeStories: fc.Arbitrary<LifeStory> = fc.record({
  first: stacks,
  isRolledBack: fc.boolean(),
  deeds: fc.array(
    fc.tuple(deeds, fc.integer({ min: 0, max: 80 })).map(([deed, afterMs]) => ({ ...deed, afterMs })),
    { minLength: 2, maxLength: 10 },
  ),
});
