import type { JsonObject } from '#contracts';
import type { Kiln } from '../support/kiln';
import { createSeconds, deleteSeconds } from './bench-case';
import type { BenchCase } from './bench-case';
import { BenchClient } from './bench-client';
import { median } from './measures';
import { values, words } from './templates';

const RESOURCES = 1_000;
const RUNS = 5;

/** Updates one stack some times; what each is to be, `make` says. Answers the median from PUT to COMPLETE. */
function updateCase(name: string, make: (run: number) => object, atMost: number): BenchCase {
  return async ({ kiln }) => {
    const { id } = await createSeconds(kiln, make(0));
    const times: number[] = [];
    for (let run = 1; run <= RUNS; run += 1) times.push(await updateSeconds(kiln, id, make(run)));
    await deleteSeconds(kiln, id);
    return {
      case: name,
      figures: { milliseconds: median(times) * 1_000, most_milliseconds: Math.max(...times) * 1_000 },
      targets: { milliseconds: { atMost } },
    };
  };
}

async function updateSeconds(kiln: Kiln, id: string, template: object): Promise<number> {
  const client = new BenchClient(kiln);
  const begun = performance.now();
  await client.update(id, template as JsonObject);
  const stack = await client.settled(id);
  const seconds = (performance.now() - begun) / 1_000;
  if (`${stack?.action} ${stack?.status}` !== 'UPDATE COMPLETE') {
    throw new Error(`the stack ended ${stack?.action} ${stack?.status}: ${stack?.status_reason}`);
  }
  return seconds;
}

/** The template that the stack has already. */
export const updateNothingCase = updateCase('update-nothing-1000', () => values(RESOURCES), 300);

/** One property of one resource, in place. */
export const updateOneCase = updateCase('update-one-1000', (run) => values(RESOURCES, { r500: run }), 150);

/** A property of every resource that none can change in place. */
export const replaceAllCase = updateCase('replace-1000', (run) => words(RESOURCES, 8 + run), 3_000);
