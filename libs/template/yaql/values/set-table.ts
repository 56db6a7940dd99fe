import type { YaqlValue } from './value';

const SMALLEST = 8;
const PROBES = 9;
const HASH_MODULUS = (1n << 61n) - 1n;
const WORD = 64;

/** How many slots CPython's table of a set has once so many members were added one by one. */
export function slotsFor(members: number): number {
  let slots = SMALLEST;
  for (let filled = 1; filled <= members; filled += 1) {
    if (isFull(filled, slots)) slots = grown(filled);
  }
  return slots;
}

function isFull(filled: number, slots: number): boolean {
  return filled * 5 >= (slots - 1) * 3;
}

function grown(filled: number): number {
  let slots = SMALLEST;
  while (slots <= filled * 4) slots *= 2;
  return slots;
}

/**
 * Members in the order in which CPython goes through a set that they were added to one by one. Only numbers have
 * the same place in every run; where there is anything else, they stay in the order in which they came.
 */
export function inSetOrder<T>(members: readonly (readonly [T, YaqlValue])[]): readonly (readonly [T, YaqlValue])[] {
  const hashes = members.map(([, value]) => numberHash(value));
  if (!hashes.every((hash) => hash !== undefined)) return members;
  let table: (number | undefined)[] = Array<undefined>(SMALLEST).fill(undefined);
  for (const [index, hash] of hashes.entries()) {
    table[freeSlot(table, hash)] = index;
    if (isFull(index + 1, table.length)) table = rebuilt(table, hashes, grown(index + 1));
  }
  return table.flatMap((index) => (index === undefined ? [] : members.slice(index, index + 1)));
}

function rebuilt(
  table: readonly (number | undefined)[],
  hashes: readonly bigint[],
  slots: number,
): (number | undefined)[] {
  const larger = Array<number | undefined>(slots).fill(undefined);
  for (const index of table) {
    if (index !== undefined) larger[freeSlot(larger, hashes[index] ?? 0n)] = index;
  }
  return larger;
}

/** Looks at neighbours first, then jumps by what is left of the hash. */
function freeSlot(table: readonly (number | undefined)[], hash: bigint): number {
  const mask = table.length - 1;
  let perturbation = hash;
  let slot = Number(hash & BigInt(mask));
  for (;;) {
    const last = slot + PROBES <= mask ? slot + PROBES : slot;
    for (let probe = slot; probe <= last; probe += 1) {
      if (table[probe] === undefined) return probe;
    }
    perturbation >>= 5n;
    slot = Number((BigInt(slot) * 5n + 1n + perturbation) & BigInt(mask));
  }
}

/** Python's `hash()` of a number, as an unsigned word; `undefined` of anything else, and of fractions. */
function numberHash(value: YaqlValue): bigint | undefined {
  const integer = typeof value === 'boolean' || Number.isInteger(value) ? BigInt(value as boolean | number) : value;
  if (typeof integer !== 'bigint') return undefined;
  const hash = integer % HASH_MODULUS;
  return BigInt.asUintN(WORD, hash === -1n ? -2n : hash);
}
