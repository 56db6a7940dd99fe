import { createHash, randomBytes } from 'node:crypto';
import { answerOf, createKilnClient } from '#client';
import type { KilnClient } from '#client';
import type { Kiln } from '../support/kiln';
import { until } from '../support/until';
import type { KnownThing } from './fuzz-request';

const TEMPLATE = {
  heat_template_version: '2021-04-16',
  resources: {
    word: { type: 'OS::Heat::RandomString', properties: { length: 8 } },
    copy: { type: 'OS::Heat::Value', properties: { value: { get_attr: ['word', 'value'] } } },
  },
  outputs: { word: { value: { get_attr: ['word', 'value'] } } },
};

/** Stacks that were made on the way and may be deleted. */
const MOST_VICTIMS = 50;

/** Of these there are some from the start. */
const FIRST_VICTIMS = 5;

/** What requests are about: a Kiln with stacks, resources, operations and events, and tokens of each role. */
export class FuzzWorld {
  private readonly things = new Map<KnownThing, string>();
  private readonly victims: string[] = [];
  private readonly client: KilnClient;

  private constructor(private readonly kiln: Kiln) {
    this.client = createKilnClient({ url: kiln.api.url, token: kiln.token });
  }

  static async of(kiln: Kiln): Promise<FuzzWorld> {
    const world = new FuzzWorld(kiln);
    await world.makeStacks();
    await world.makeTokens();
    return world;
  }

  get port(): number {
    return Number(new URL(this.kiln.api.url).port);
  }

  resolve(thing: KnownThing): string {
    if (thing === 'victim_id') return this.victims.at(-1) ?? this.resolve('deleted_stack_id');
    return this.things.get(thing) ?? thing;
  }

  /** A stack that an answer told of may be deleted from now on. */
  remember(text: string): void {
    const [, id] = /^\{"stack":\{"id":"([0-9a-f-]{36})"/.exec(text) ?? [];
    if (id === undefined || id === this.things.get('stack_id') || this.victims.includes(id)) return;
    this.victims.push(id);
    if (this.victims.length > MOST_VICTIMS) this.victims.shift();
  }

  private async makeStacks(): Promise<void> {
    const living = await this.make('living');
    const gone = await this.make('gone');
    for (let at = 0; at < FIRST_VICTIMS; at += 1) this.victims.push(await this.make(`victim-${at}`));
    await this.client.DELETE('/v2/stacks/{stack_id}', { params: { path: { stack_id: gone } } });
    await this.reaches(gone, (status) => status === undefined);
    const path = { stack_id: living };
    const { operations } = answerOf(await this.client.GET('/v2/stacks/{stack_id}/operations', { params: { path } }));
    const [event] = await this.events(living);
    this.things.set('stack_id', living).set('deleted_stack_id', gone).set('resource_name', 'word');
    this.things.set('operation_id', operations[0]!.id).set('event_id', event!.id);
  }

  private async make(name: string): Promise<string> {
    const body = { stack_name: name, template: TEMPLATE };
    const { stack } = answerOf(await this.client.POST('/v2/stacks', { body }));
    await this.reaches(stack.id, (status) => status === 'COMPLETE');
    return stack.id;
  }

  private async reaches(id: string, isThere: (status: string | undefined) => boolean): Promise<void> {
    await until(`the stack ${id} settles`, async () => {
      const { data } = await this.client.GET('/v2/stacks/{stack_id}', { params: { path: { stack_id: id } } });
      return isThere(data?.stack.status);
    });
    // Its events are told a moment after it is settled.
    await until('its events are told', async () => (await this.events(id)).length > 0);
  }

  private async events(id: string): Promise<{ id: string }[]> {
    const path = { stack_id: id };
    const page = answerOf(await this.client.GET('/v2/stacks/{stack_id}/events', { params: { path } }));
    // As text it would be a live stream, which nobody asked for.
    return typeof page === 'string' ? [] : page.events;
  }

  private async makeTokens(): Promise<void> {
    this.things.set('token:admin', this.kiln.token);
    this.things.set('token:member', await this.tokenOf('default', 'member'));
    this.things.set('token:reader', await this.tokenOf('default', 'reader'));
    this.things.set('token:other', await this.tokenOf('other', 'admin'));
  }

  private async tokenOf(project: string, role: string): Promise<string> {
    const prefix = randomBytes(6).toString('hex');
    const token = `kiln_${prefix}_${randomBytes(32).toString('hex')}`;
    const hash = createHash('sha256').update(token).digest();
    const text = 'INSERT INTO tokens (prefix, hash, name, project, roles) VALUES ($1, $2, $3, $4, $5)';
    await this.kiln.database.query(text, [prefix, hash, `${role} of ${project}`, project, [role]]);
    return token;
  }
}
