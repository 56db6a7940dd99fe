import { YAQL_LIMITS } from '../limits';
import { sizeOf } from '../values/size';
import type { YaqlValue } from '../values/value';
import { memoryFault } from './meter';
import type { Meter } from './meter';

/** Counts a value that comes into or out of a function; refuses what takes more memory than Heat allows. */
export function admit<T extends YaqlValue>(value: T, meter: Meter): T {
  checkMemory(sizeOf(value), meter);
  return value;
}

/** As `admit`, of several values at once. */
export function admitAll(values: Iterable<YaqlValue>, meter: Meter): void {
  let size = 0;
  for (const value of values) {
    size += sizeOf(value);
    checkMemory(size, meter);
  }
}

export function checkMemory(size: number, meter: Meter): void {
  if (size > YAQL_LIMITS.memory) throw memoryFault();
  // What is large takes long to go through.
  if (size > 0) meter.step(size >> 8);
}
