import { randomUUID } from 'node:crypto';
import type { Kiln } from '../support/kiln';
import { BenchClient } from './bench-client';
import type { Result } from './measures';

export interface BenchContext {
  kiln: Kiln;
  cloudUrl: string;
  /** Nodes a second of the floor, once measured. */
  floor: number;
}

export type BenchCase = (context: BenchContext) => Promise<Result>;

/** From POST to COMPLETE, as a client sees it. */
export async function createSeconds(kiln: Kiln, template: object): Promise<{ id: string; seconds: number }> {
  const begun = performance.now();
  const client = new BenchClient(kiln);
  const id = await client.create(`bench-${randomUUID()}`, template);
  const stack = await client.settled(id);
  const seconds = (performance.now() - begun) / 1_000;
  if (stack?.status !== 'COMPLETE') throw new Error(`the stack ended ${stack?.status}: ${stack?.status_reason}`);
  return { id, seconds };
}

export async function deleteSeconds(kiln: Kiln, id: string): Promise<number> {
  const begun = performance.now();
  const client = new BenchClient(kiln);
  await client.delete(id);
  await client.settled(id);
  return (performance.now() - begun) / 1_000;
}
