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

/** What a stack ought to be, as far as its client can know. */
interface Expected {
  /** As last accepted. */
  wanted: PlannedStack;
  /** The last that the stack was whole by. */
  good: PlannedStack | undefined;
  /** Whether anything was asked for since the last look that may end in a failure. */
  mayFail: boolean;
}

/** Leads a stack through a story, and looks each time that it settles whether it is what it ought to be. */
export async function live(story: LifeStory, name: string, kiln: Kiln, cloud: RunningCloud): Promise<void> {
  const life = new Life(kiln, cloud, await begin(story, name, kiln, cloud), story);
  for (const { afterMs, ...deed } of story.deeds) {
    await wait(afterMs);
    await life.does(deed);
  }
  await life.settles();
  await life.ends();
}

async function begin(story: LifeStory, name: string, kiln: Kiln, cloud: RunningCloud): Promise<string> {
  return kiln.api.create(name, templateOf(story.first, cloud), { disable_rollback: !story.isRolledBack });
}

class Life {
  private readonly expected: Expected;

  constructor(
    private readonly kiln: Kiln,
    private readonly cloud: RunningCloud,
    private readonly id: string,
    { first }: LifeStory,
  ) {
    this.expected = { wanted: first, good: undefined, mayFail: fails(first) };
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
    const answer = await this.kiln.api.request('PUT', `/v2/stacks/${this.id}`, {
      template: templateOf(to, this.cloud),
    });
    if (answer.status !== 202) throw new Error(`the update was answered with ${answer.status}: ${answer.text}`);
    this.expected.wanted = to;
    this.expected.mayFail ||= fails(to);
  }

  private async cancel(rollback: boolean): Promise<void> {
    const operation = await this.act({ cancel_update: { rollback } });
    if (operation === undefined) return;
    if (!rollback) this.expected.mayFail = true;
    else if (this.expected.good !== undefined) this.expected.mayFail ||= fails(this.expected.good);
  }

  /** Whatever the state does not allow changes nothing. */
  private async act(action: object): Promise<string | undefined> {
    const answer = await this.kiln.api.request<{ operation: { action: string } }>(
      'POST',
      `/v2/stacks/${this.id}/actions`,
      action,
    );
    if (answer.status === 409) return undefined;
    if (answer.status !== 202) throw new Error(`${JSON.stringify(action)} was answered with ${answer.status}`);
    return answer.body.operation.action;
  }

  async settles(): Promise<void> {
    let stack = await this.settled();
    while (stack.status === 'PAUSED') {
      await this.act({ resume: null });
      stack = await this.settled();
    }
    await this.isAsItShouldBe(stack);
    this.expected.mayFail = fails(this.expected.wanted);
  }

  private async isAsItShouldBe({ action, status, status_reason: reason }: ShownStack): Promise<void> {
    const { expected } = this;
    const state = `${action} ${status}`;
    if (status === 'FAILED') {
      expect([state, expected.mayFail || reason]).toEqual([state, true]);
      return this.isRecorded();
    }
    expect(state).toMatch(/^(CREATE|UPDATE|ROLLBACK) COMPLETE$/);
    if (action === 'ROLLBACK') {
      // A create that is rolled back leaves nothing; the stack is there, and may be updated.
      await (expected.good ? this.isWhole(expected.good) : this.isEmpty());
      if (expected.good) expected.wanted = expected.good;
      return;
    }
    await this.isWhole(expected.wanted);
    expected.good = expected.wanted;
  }

  /** Exactly one living thing for each name, which names the living ones that it needs, and nothing else alive. */
  private async isWhole(planned: PlannedStack): Promise<void> {
    const rows = await this.kiln.api.resources(this.id);
    expect(rows.filter(({ status }) => status !== 'COMPLETE')).toEqual([]);
    const ids = new Map(rows.map((row) => [row.resource_name, row.physical_resource_id]));
    const sizes = new Map(this.cloud.living().map(({ id, size }) => [id, size]));
    const made = rows.map(({ resource_name: name, physical_resource_id: id }) => [name, sizes.get(id ?? '')]);
    const wanted = planned.map(({ name, size, needs }) => [
      name,
      [size, ...needs.map((need) => ids.get(need))].join(' '),
    ]);
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
