import { insertManyStacks } from '../support/many-stacks';
import type { Kiln } from '../support/kiln';
import { median } from './measures';
import type { BenchCase } from './bench-case';

const STACKS = 100_000;
const RUNS = 15;

/** First pages of a project with many stacks, as they are likely asked for and as an index helps least. */
const LISTS: Readonly<Record<string, string>> = {
  newest: '',
  oldest: '?sort=created_at',
  by_name: '?sort=name',
  by_status: '?sort=status:desc',
  by_action: '?sort=action',
  updated_last: '?sort=updated_at:desc',
  newest_then_name: '?sort=created_at:desc,name:asc',
  named: '?name=stack-50000&name=stack-50001',
  failed: '?status=FAILED',
  failed_by_name: '?status=FAILED&sort=name',
  none_paused: '?status=PAUSED',
  failed_or_running: '?status=FAILED&status=IN_PROGRESS',
  failed_creates: '?action=CREATE&status=FAILED',
  common_tag: '?tags=env-1',
  tagged: '?tags=team-7',
  tagged_long_ago: '?tags=batch-3',
  tagged_by_name: '?tags=batch-3&sort=name',
  tags_any: '?tags_any=team-7,team-8',
  without_tags: '?not_tags_any=team-7,team-8',
  with_deleted: '?show_deleted=true&sort=status',
  with_nested: '?show_nested=true&sort=updated_at',
};

/** A project with 100,000 stacks, of which a tenth is deleted and another nested. */
export const listCase: BenchCase = async ({ kiln }) => {
  await insertManyStacks(kiln.database, { project: 'default', stacks: STACKS });
  const medians: Record<string, number> = {};
  const all: number[] = [];
  for (const [name, query] of Object.entries(LISTS)) {
    const times = await timesOf(kiln, query);
    medians[name] = median(times);
    all.push(...times);
  }
  const counts = await timesOf(kiln, '?with_count=true');
  await kiln.database.query('TRUNCATE stacks, operations');
  const slowest = Object.values(medians).reduce((most, next) => Math.max(most, next), 0);
  const named = Object.entries(medians).map(([name, value]) => [`${name}_milliseconds`, value] as const);
  return {
    case: `list-${STACKS}`,
    figures: {
      ...Object.fromEntries(named),
      with_count_milliseconds: median(counts),
      median_milliseconds: median(all),
      slowest_list_milliseconds: slowest,
    },
    targets: { median_milliseconds: { atMost: 20 }, slowest_list_milliseconds: { atMost: 20 } },
  };
};

async function timesOf(kiln: Kiln, query: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    const answer = await kiln.api.request('GET', `/v2/stacks${query}`);
    times.push(performance.now() - begun);
    if (answer.status !== 200) throw new Error(`${query} answered ${answer.status}: ${answer.text}`);
  }
  return times;
}
