import type { Json, JsonObject } from '#contracts';
import { ResourceFailure } from '#resources';
import type { CheckAnswer, Step, StepAnswer, UpdateStep } from '#resources';
import { scripted } from './scripted-type';

/** What a type made: its `value`, which may change in place, its `name`, which may not, and its `place`, which may never. */
interface Thing {
  value: Json;
  name: Json;
  place: Json;
}

/** An outside for the scripted type, which a test can look into and change. */
export class Outside {
  /** What was asked of it, in order, as `create a 1`, with the value of the resource. */
  readonly calls: string[] = [];
  /** By the id of the resource that it was made for. */
  readonly things = new Map<string, Thing>();
  /** Asked before each look; what it answers or throws takes the look's place. */
  beforeLook: (step: Step) => CheckAnswer | undefined = () => undefined;
  /** Awaited before each change in place. */
  beforeUpdate: () => Promise<void> = () => Promise.resolve();
  private readonly script: ReturnType<typeof scripted>;
  private readonly unseen: ReturnType<typeof scripted>;

  constructor() {
    const steps = {
      create: (step: Step) => this.create(step),
      update: (step: UpdateStep) => this.update(step),
      delete: (step: Step) => this.delete(step),
    };
    this.script = scripted({ ...steps, check: (step) => this.check(step) });
    this.unseen = scripted(steps);
  }

  /** A resource that can be looked at. */
  thing(properties: JsonObject = {}, more: JsonObject = {}): JsonObject {
    return { type: this.script.type, properties: { ...this.script.properties, ...properties }, ...more };
  }

  /** One that can't. */
  unseenThing(properties: JsonObject = {}, more: JsonObject = {}): JsonObject {
    return { type: this.unseen.type, properties: { ...this.unseen.properties, ...properties }, ...more };
  }

  /** The only thing of the name: how often it was made anew does not count. */
  of(physicalId: string | null): Thing {
    const thing = this.things.get(idIn(physicalId));
    if (thing === undefined) throw new Error(`there is no ${physicalId}`);
    return thing;
  }

  remove(physicalId: string | null): void {
    this.things.delete(idIn(physicalId));
  }

  private create(step: Step): StepAnswer {
    this.note('create', step);
    this.things.set(step.resourceId, thingOf(step));
    refuseBad(step);
    return { outcome: 'done', physicalId: `outside-${step.resourceId}`, attributes: attributesOf(thingOf(step)) };
  }

  /** Only what differs is changed. */
  private async update(step: UpdateStep): Promise<StepAnswer> {
    await this.beforeUpdate();
    const from = JSON.stringify(step.previous['value'] ?? null);
    this.note(`update from ${from}`, step);
    const thing = this.things.get(step.resourceId);
    if (thing === undefined) throw new ResourceFailure('there is no such thing');
    if (from !== JSON.stringify(thing.value)) throw new ResourceFailure(`it is not ${from}`);
    refuseBad(step);
    thing.value = step.properties['value'] ?? null;
    return { outcome: 'done', physicalId: step.physicalId, attributes: attributesOf(thing) };
  }

  private delete(step: Step): StepAnswer {
    this.note('delete', step);
    this.things.delete(step.resourceId);
    return { outcome: 'done', physicalId: null, attributes: {} };
  }

  private check(step: Step): CheckAnswer {
    this.note('check', step);
    const told = this.beforeLook(step);
    if (told !== undefined) return told;
    const thing = this.things.get(step.resourceId);
    if (thing === undefined) return { outcome: 'gone' };
    const { value, name, place } = thing;
    const physicalId = `outside-${step.resourceId}`;
    return { outcome: 'found', properties: { value, name, place }, attributes: attributesOf(thing), physicalId };
  }

  private note(action: string, { resourceName, properties, state }: Step): void {
    if (action !== 'check' && state !== null) throw new ResourceFailure('it begins with what a look has stored');
    this.calls.push(`${action} ${resourceName} ${JSON.stringify(properties['value'] ?? null)}`);
  }
}

function thingOf({ properties }: Step): Thing {
  return { value: properties['value'] ?? null, name: properties['name'] ?? null, place: properties['place'] ?? null };
}

function attributesOf({ value }: Thing): JsonObject {
  return { value };
}

function idIn(physicalId: string | null): string {
  return physicalId?.slice('outside-'.length) ?? '';
}

function refuseBad({ properties }: Step): void {
  if (properties['value'] === 'bad') throw new ResourceFailure('no such value');
}
