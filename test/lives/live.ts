import { setTimeout as wait } from 'node:timers/promises';
import type { RunningCloud } from '../cloud/start-cloud';
import type { ShownStack } from '../support/api-client';
import { server, template } from '../support/cloud-templates';
import type { Kiln } from '../support/kiln';
import { expectEveryChangeTold } from '../support/whole';
import type { Deed, LifeStory, PlannedStack } from './life-story';

/** A cloud call takes so long, so that a deed finds steps at work. */
const CALL_MS = 15;
/** Longer than any life with its kills. */
const SETTLES_WITHIN_MS = 120_000;

interface ShownOperation {
  id: string;
  action: string;
  status: string;
}

/** Leads a stack through a story, and looks each time that it settles whether it is what it ought to be. */
export async function live(story: LifeStory, name: string, kiln: Kiln, cloud: RunningCloud): Promise<void> {
  const rest = { disable_rollback: !story.isRolledBack };
  const life = new Life(kiln, cloud, await kiln.api.create(name, templateOf(story.first, cloud), rest));
  await life.asked('CREATE', story.first);
  for (const { afterMs, ...deed } of story.deeds) {
    await wait(afterMs);
    await life.does(deed);
  }
  await life.settles();
  await life.ends();
}

/** A stack, and what its client can know of what it ought to be. */
class Life {
  /** What each create and update was to make of the stack, by its operation. */
  private readonly made = new Map<string, PlannedStack>();
  /** As last accepted. */
  private wanted: PlannedStack = [];
  /** Whether anything was asked for since the last look that may end in a failure. */
  private mayFail = false;

  constructor(
    private readonly kiln: Kiln,
    private readonly cloud: RunningCloud,
    private readonly id: string,
  ) {}

  /** Remembers what the newest operation of this action is to make. */
  async asked(action: 'CREATE' | 'UPDATE', wanted: PlannedStack): Promise<void> {
    const operation = (await this.operations()).find((each) => each.action === action);
    if (!operation) throw new Error(`there is no ${action}`);
    this.made.set(operation.id, wanted);
    this.wanted = wanted;
    this.mayFail ||= fails(wanted);
  }

  async does(deed: Deed): Promise<void> {
    switch (deed.deed) {
      case 'settle':
        return this.settles();
      case 'update':
        return this.update(deed.to);
      case 'cancel':
        return this.cancel(deed.rollback);
      default:
        await this.act({ [deed.deed]: null });
    }
  }

  private async update(to: PlannedStack): Promise<void> {
    const body = { template: templateOf(to, this.cloud) };
    const answer = await this.kiln.api.request('PUT', `/v2/stacks/${this.id}`, body);
    if (answer.status !== 202) throw new Error(`the update was answered with ${answer.status}: ${answer.text}`);
    await this.asked('UPDATE', to);
  }

  private async cancel(rollback: boolean): Promise<void> {
    const operation = await this.act({ cancel_update: { rollback } });
    // What is made again, of a template that was whole once, may be refused again.
    if (operation !== undefined) this.mayFail ||= !rollback || [...this.made.values()].some(fails);
  }

  /** Whatever the state does not allow changes nothing. */
  private async act(action: object): Promise<ShownOperation | undefined> {
    const path = `/v2/stacks/${this.id}/actions`;
    const answer = await this.kiln.api.request<{ operation: ShownOperation }>('POST', path, action);
    if (answer.status === 409) return undefined;
    if (answer.status !== 202) throw new Error(`${JSON.stringify(action)} was answered with ${answer.status}`);
    const { operation } = answer.body;
    if ('retry' in action && operation.action !== 'ROLLBACK') this.made.set(operation.id, this.wanted);
    return operation;
  }

  async settles(): Promise<void> {
    let stack = await this.settled();
    while (stack.status === 'PAUSED') {
      await this.act({ resume: null });
      stack = await this.settled();
    }
    await this.isAsItShouldBe(stack);
    // What has failed stays so until something else is asked for.
    this.mayFail = stack.status === 'FAILED' || fails(this.wanted);
  }

  private async isAsItShouldBe({ action, status, status_reason: reason }: ShownStack): Promise<void> {
    const state = `${action} ${status}`;
    if (status === 'FAILED') {
      expect([state, this.mayFail || reason]).toEqual([state, true]);
      return this.isRecorded();
    }
    expect(state).toMatch(/^(CREATE|UPDATE|ROLLBACK) COMPLETE$/);
    if (action === 'ROLLBACK') {
      // A create that is rolled back leaves nothing; the stack is there, and may be updated.
      const good = await this.lastWhole();
      this.wanted = good ?? this.wanted;
      return good ? this.isWhole(good) : this.isEmpty();
    }
    return this.isWhole(this.wanted);
  }

  /** What the stack was whole by last. */
  private async lastWhole(): Promise<PlannedStack | undefined> {
    const whole = (await this.operations()).find(({ id, status }) => status === 'COMPLETE' && this.made.has(id));
    return whole && this.made.get(whole.id);
  }

  /** The newest first. */
  private async operations(): Promise<ShownOperation[]> {
    const path = `/v2/stacks/${this.id}/operations?sort=created_at:desc`;
    return (await this.kiln.api.request<{ operations: ShownOperation[] }>('GET', path)).body.operations;
  }

  /** Exactly one living thing for each name, which names the living ones that it needs, and nothing else alive. */
  private async isWhole(planned: PlannedStack): Promise<void> {
    const rows = await this.kiln.api.resources(this.id);
    expect(rows.filter(({ status }) => status !== 'COMPLETE')).toEqual([]);
    const ids = new Map(rows.map((row) => [row.resource_name, row.physical_resource_id]));
    const sizes = new Map(this.cloud.living().map(({ id, size }) => [id, size]));
    const made = rows.map(({ resource_name: name, physical_resource_id: id }) => [name, sizes.get(id ?? '')]);
    const sizeOf = ({ size, needs }: PlannedStack[number]): string =>
      [size, ...needs.map((need) => ids.get(need))].join(' ');
    const wanted = planned.map((each) => [each.name, sizeOf(each)]);
    expect(Object.fromEntries(made)).toEqual(Object.fromEntries(wanted));
    expect(sizes.size).toBe(planned.length);
  }

  private async isEmpty(): Promise<void> {
    expect([await this.kiln.api.resources(this.id), this.cloud.living()]).toEqual([[], []]);
  }

  /** Whatever is alive can be found, and deleted: nothing is forgotten. */
  private async isRecorded(): Promise<void> {
    const rows = await this.kiln.database.query<{ id: string; physical_id: string | null; status: string }[]>(
      'SELECT id, physical_id, status FROM resources WHERE stack_id = $1',
      [this.id],
    );
    expect(rows.filter(({ status }) => status === 'IN_PROGRESS')).toEqual([]);
    const known = new Set(rows.flatMap(({ id, physical_id: physical }) => [`kiln-${id}`, physical]));
    expect(this.cloud.living().filter(({ id, key }) => !known.has(id) && !known.has(key))).toEqual([]);
  }

  async ends(): Promise<void> {
    await this.kiln.api.delete(this.id);
    expect(await this.kiln.api.settled(this.id, SETTLES_WITHIN_MS)).toBeUndefined();
    expect(this.cloud.living()).toEqual([]);
    await expectEveryChangeTold(this.kiln, this.id);
  }

  private async settled(): Promise<ShownStack> {
    const stack = await this.kiln.api.settled(this.id, SETTLES_WITHIN_MS);
    if (!stack) throw new Error('the stack is gone, and nobody deleted it');
    return stack;
  }
}

function fails(stack: PlannedStack): boolean {
  return stack.some((planned) => planned.fails > 0);
}

function templateOf(planned: PlannedStack, cloud: RunningCloud): object {
  const resources = planned.map(({ name, size, needs, fails: times }) => {
    const made = server(cloud.url, { delayMs: CALL_MS, ...(times > 0 ? { fail: { status: 400, times } } : {}) });
    const texts = [size, ...needs.map((need) => ({ get_resource: need }))];
    return [name, { ...made, properties: { ...(made['properties'] as object), size: { list_join: [' ', texts] } } }];
  });
  return template(Object.fromEntries(resources) as Record<string, unknown>);
}
