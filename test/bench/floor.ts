import type { DataSource } from 'typeorm';
import { median } from './measures';
import type { Result } from './measures';

const NODES = 10_000;
const BATCH = 50;
const RUNS = 5;

/**
 * The least durable work on this database: one session, two set-based commits for each batch of nodes, one that takes
 * them and one that ends them. No engine can be faster than that here, so speeds are given as shares of it.
 */
export async function measureFloor(database: DataSource): Promise<Result> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await oneRun(database));
  const seconds = median(times);
  return { case: 'floor', figures: { seconds, nodes_per_second: NODES / seconds } };
}

async function oneRun(database: DataSource): Promise<number> {
  const runner = database.createQueryRunner();
  await runner.query('DROP TABLE IF EXISTS bench_floor');
  await runner.query(
    'CREATE TABLE bench_floor (id bigint PRIMARY KEY, state text NOT NULL, result text) WITH (fillfactor = 70)',
  );
  await runner.query(`INSERT INTO bench_floor SELECT n, 'ready', NULL FROM generate_series(1, $1::int) n`, [NODES]);
  const begun = performance.now();
  for (let from = 1; from <= NODES; from += BATCH) {
    const ids = Array.from({ length: BATCH }, (_, index) => from + index);
    await runner.query(`UPDATE bench_floor SET state = 'running' WHERE id = ANY($1::bigint[])`, [ids]);
    await runner.query(`UPDATE bench_floor SET state = 'done', result = 'ok' WHERE id = ANY($1::bigint[])`, [ids]);
  }
  const seconds = (performance.now() - begun) / 1_000;
  await runner.query('DROP TABLE bench_floor');
  await runner.release();
  return seconds;
}
