import { fractionOf } from './fraction';
import type { YaqlValue } from './value';

const SMALLEST = 8;
const PROBES = 9;
const HASH_BITS = 61n;
const HASH_MODULUS = (1n << HASH_BITS) - 1n;
const WORD = 64;

type Member = readonly [hash: string, value: YaqlValue];

/** Members in their order, and how many slots CPython's table for them has. */
export interface Arrangement {
  readonly members: ReadonlyMap<string, YaqlValue>;
  readonly slots: number;
}

/**
 * Members as CPython has them in a set that they were added to one by one. Only numbers have the same place in every
 * run of Python; where there is anything else, they stay in the order in which they came.
 */
export function arranged(members: Iterable<Member>): Arrangement {
  const table = new SetTable();
  for (const member of members) table.add(member);
  return table.arrangement();
}

/** As `arranged`, in a set that is a copy of one, to which all of another were added at once. */
export function arrangedUnion(members: Iterable<Member>, others: Iterable<Member>): Arrangement {
  const table = new SetTable();
  for (const part of [[...members], [...others]]) {
    table.makeRoom(part.length);
    for (const member of part) table.add(member);
  }
  return table.arrangement();
}

class SetTable {
  private readonly members = new Map<string, YaqlValue>();
  private readonly hashes: bigint[] = [];
  /** Indices of members; `undefined` once a member had no place of its own. */
  private table: (number | undefined)[] | undefined = emptyTable(SMALLEST);
  private slots = SMALLEST;

  add([key, value]: Member): void {
    if (this.members.has(key)) return;
    this.members.set(key, value);
    const hash = numberHash(value);
    if (hash === undefined) this.table = undefined;
    else this.place(hash);
    if (isFull(this.members.size, this.slots)) this.resize(this.members.size * 4);
  }

  /** Before many are added at once. */
  makeRoom(count: number): void {
    const filled = this.members.size + count;
    if (isFull(filled, this.slots)) this.resize(filled * 2);
  }

  arrangement(): Arrangement {
    const { slots, table } = this;
    if (table === undefined) return { members: this.members, slots };
    const members = [...this.members];
    return {
      members: new Map(table.flatMap((index) => (index === undefined ? [] : members.slice(index, index + 1)))),
      slots,
    };
  }

  private place(hash: bigint): void {
    if (this.table === undefined) return;
    this.table[freeSlot(this.table, hash)] = this.hashes.length;
    this.hashes.push(hash);
  }

  private resize(least: number): void {
    this.slots = SMALLEST;
    while (this.slots <= least) this.slots *= 2;
    if (this.table === undefined) return;
    const larger = emptyTable(this.slots);
    for (const index of this.table) {
      if (index !== undefined) larger[freeSlot(larger, this.hashes[index] ?? 0n)] = index;
    }
    this.table = larger;
  }
}

function emptyTable(slots: number): (number | undefined)[] {
  return Array<undefined>(slots).fill(undefined);
}

/** How many slots the table of a set has once so many members were added one by one. */
export function slotsFor(members: number): number {
  let slots = SMALLEST;
  for (let filled = 1; filled <= members; filled += 1) {
    if (!isFull(filled, slots)) continue;
    slots = SMALLEST;
    while (slots <= filled * 4) slots *= 2;
  }
  return slots;
}

function isFull(filled: number, slots: number): boolean {
  return filled * 5 >= (slots - 1) * 3;
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

/** Python's `hash()` of a number, as an unsigned word; `undefined` of anything else. */
function numberHash(value: YaqlValue): bigint | undefined {
  if (typeof value !== 'boolean' && typeof value !== 'bigint' && !Number.isFinite(value)) return undefined;
  const [numerator, denominator] = typeof value === 'number' ? fractionOf(value) : [BigInt(value as boolean), 1n];
  // What times the denominator is 1 modulo the prime; multiplied by the prime's own power of two, that is 1 again.
  const places = BigInt(denominator.toString(2).length - 1) % HASH_BITS;
  const hash = (numerator << (places === 0n ? 0n : HASH_BITS - places)) % HASH_MODULUS;
  return BigInt.asUintN(WORD, hash === -1n ? -2n : hash);
}
