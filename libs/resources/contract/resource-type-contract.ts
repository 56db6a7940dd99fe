import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#contracts';
import type { Providers } from '../providers';
import type { ResourceType, Step } from '../resource-type';
import { lookAt, makeStep, runStep } from './run-step';

/** A resource type under test, and a way to look at what is outside without it. */
export interface ContractSubject {
  /** As a registry gives it, with its retries. */
  readonly type: ResourceType;
  readonly providers: Providers;
  /** Nobody else uses this project, so that things are told apart by it. */
  readonly project: string;
  /** Of a thing that gets its name from Kiln. */
  readonly properties: JsonObject;
  /** Physical ids of everything of the project that is there now. */
  living(): Promise<readonly string[]>;
  /** For types whose things have names that users choose. */
  readonly named?: NamedSubject;
}

export interface NamedSubject {
  readonly properties: JsonObject;
  /** Makes a thing of that physical id as somebody would who does not know Kiln. */
  placeStranger(physicalId: string): Promise<void>;
  removeStranger(physicalId: string): Promise<void>;
}

export interface ContractCase {
  /** What holds, as a sentence about the type. */
  readonly name: string;
  /** Rejects where it does not hold. Leaves nothing behind where it does. */
  run(subject: ContractSubject): Promise<void>;
}

/**
 * What every resource type that makes something outside must keep to, whatever tests it: each case is run with a
 * subject, in turn. A third party's types are held to the same.
 */
export const resourceTypeContract: readonly ContractCase[] = [
  { name: 'makes one thing, with the attributes of its schema', run: makesOne },
  { name: 'makes one thing when create runs twice with one key', run: makesOneOfTwoCreates },
  { name: 'makes one thing when every call of create is repeated', run: makesOneOfRepeatedCalls },
  { name: 'makes one thing when two workers create at once', run: makesOneOfTwoWorkers },
  { name: 'makes a thing for each resource', run: makesOneForEachResource },
  { name: 'deletes twice', run: deletesTwice },
  { name: 'deletes what was never made', run: deletesWhatNeverWas },
  { name: 'deletes what was made though the answer was lost', run: deletesWhatNobodyKnowsOf },
  { name: 'refuses the thing of a stranger, and does not delete it', run: sparesStrangers },
  { name: 'finds what it made as it was made', run: findsWhatItMade },
  { name: 'finds what it made though the answer was lost', run: findsWhatNobodyKnowsOf },
  { name: 'finds gone what was deleted, and what was never made', run: findsGone },
  { name: 'finds gone what is a stranger’s', run: findsNoStrangers },
  { name: 'does nothing once its deadline has passed', run: honoursAbort },
];

async function makesOne(subject: ContractSubject): Promise<void> {
  const step = stepFor(subject);
  const { answer } = await runStep(subject.type, 'create', step);
  assert.notEqual(answer.physicalId, null);
  assert.deepEqual(await subject.living(), [answer.physicalId]);
  const known = Object.keys(subject.type.schema.attributes);
  assert.deepEqual(
    Object.keys(answer.attributes).filter((name) => !known.includes(name)),
    [],
  );
  await remove(subject, step, answer.physicalId);
}

async function makesOneOfTwoCreates(subject: ContractSubject): Promise<void> {
  const step = stepFor(subject);
  const first = await runStep(subject.type, 'create', step);
  const second = await runStep(subject.type, 'create', step);
  assert.deepEqual(second.answer, first.answer);
  assert.deepEqual(await subject.living(), [first.answer.physicalId]);
  await remove(subject, step, first.answer.physicalId);
}

async function makesOneOfRepeatedCalls(subject: ContractSubject): Promise<void> {
  const step = stepFor(subject);
  const { answer } = await runStep(subject.type, 'create', step, { repeat: 2 });
  assert.deepEqual(await subject.living(), [answer.physicalId]);
  await remove(subject, step, answer.physicalId, { repeat: 2 });
}

async function makesOneOfTwoWorkers(subject: ContractSubject): Promise<void> {
  const step = stepFor(subject);
  const workers = [0, 1].map(() => runStep(subject.type, 'create', step));
  const [one, other] = await Promise.all(workers);
  assert.deepEqual(one?.answer, other?.answer);
  assert.deepEqual(await subject.living(), [one?.answer.physicalId]);
  await remove(subject, step, one?.answer.physicalId ?? null);
}

async function makesOneForEachResource(subject: ContractSubject): Promise<void> {
  const steps = [stepFor(subject), stepFor(subject)];
  const runs = await Promise.all(steps.map((step) => runStep(subject.type, 'create', step)));
  const ids = runs.map((run) => run.answer.physicalId);
  assert.deepEqual([...(await subject.living())].sort(), [...ids].sort());
  assert.equal(new Set(ids).size, 2);
  for (const [index, step] of steps.entries()) {
    await runStep(subject.type, 'delete', { ...step, physicalId: ids[index] ?? null });
  }
  assert.deepEqual(await subject.living(), []);
}

async function deletesTwice(subject: ContractSubject): Promise<void> {
  const step = stepFor(subject);
  const { answer } = await runStep(subject.type, 'create', step);
  await remove(subject, step, answer.physicalId);
  await remove(subject, step, answer.physicalId);
}

async function deletesWhatNeverWas(subject: ContractSubject): Promise<void> {
  await remove(subject, stepFor(subject), null);
  await remove(subject, stepFor(subject, {}), null);
}

// After each call of create in turn the worker dies, and the user deletes the stack.
async function deletesWhatNobodyKnowsOf(subject: ContractSubject): Promise<void> {
  const whole = stepFor(subject);
  const { calls, answer } = await runStep(subject.type, 'create', whole);
  await remove(subject, whole, answer.physicalId);
  for (let last = 0; last < calls.length; last += 1) {
    let step = stepFor(subject);
    for (let index = 0; index <= last; index += 1) {
      const told = await subject.type.create(step);
      if (index < last && told.outcome === 'again') {
        step = { ...step, state: told.state, physicalId: told.physicalId ?? step.physicalId };
      }
    }
    await remove(subject, step, step.physicalId);
  }
}

async function sparesStrangers(subject: ContractSubject): Promise<void> {
  const { named } = subject;
  if (named === undefined) return;
  const earlier = stepFor(subject, named.properties);
  const { answer } = await runStep(subject.type, 'create', earlier);
  const id = answer.physicalId;
  assert.ok(id !== null);
  const ours = stepFor(subject, named.properties);
  await assert.rejects(runStep(subject.type, 'create', ours), /exists already/, 'a thing of another resource');
  await remove(subject, earlier, id);

  await named.placeStranger(id);
  try {
    await assert.rejects(runStep(subject.type, 'create', ours), /exists already/, 'a thing that Kiln does not know');
    await runStep(subject.type, 'delete', ours);
    await runStep(subject.type, 'delete', { ...ours, physicalId: id });
    assert.deepEqual(await subject.living(), [id]);
  } finally {
    await named.removeStranger(id);
  }
}

/** What is seen of a thing is what a template would have to say to have it made so, and a look changes nothing. */
async function findsWhatItMade(subject: ContractSubject): Promise<void> {
  if (subject.type.check === undefined) return;
  const step = stepFor(subject);
  const { answer } = await runStep(subject.type, 'create', step);
  const made = { ...step, physicalId: answer.physicalId };
  for (let times = 0; times < 2; times += 1) {
    const found = await lookAt(subject.type, made);
    assert.ok(found.outcome === 'found');
    for (const [name, value] of Object.entries(found.properties)) {
      assert.deepEqual(value, step.properties[name] ?? subject.type.schema.properties[name]?.default ?? null, name);
    }
    if (found.attributes !== undefined) assert.deepEqual(found.attributes, answer.attributes);
  }
  assert.deepEqual(await subject.living(), [answer.physicalId]);
  await remove(subject, step, answer.physicalId);
}

async function findsWhatNobodyKnowsOf(subject: ContractSubject): Promise<void> {
  if (subject.type.check === undefined) return;
  const step = stepFor(subject);
  const { answer } = await runStep(subject.type, 'create', step);
  const found = await lookAt(subject.type, step);
  assert.ok(found.outcome === 'found');
  assert.equal(found.physicalId, answer.physicalId);
  assert.deepEqual(found.attributes, answer.attributes);
  await remove(subject, step, answer.physicalId);
}

async function findsGone(subject: ContractSubject): Promise<void> {
  if (subject.type.check === undefined) return;
  const step = stepFor(subject);
  assert.deepEqual(await lookAt(subject.type, step), { outcome: 'gone' });
  const { answer } = await runStep(subject.type, 'create', step);
  await remove(subject, step, answer.physicalId);
  assert.deepEqual(await lookAt(subject.type, { ...step, physicalId: answer.physicalId }), { outcome: 'gone' });
}

async function findsNoStrangers(subject: ContractSubject): Promise<void> {
  const { named, type } = subject;
  if (named === undefined || type.check === undefined) return;
  const step = stepFor(subject, named.properties);
  const { answer } = await runStep(type, 'create', step);
  const id = answer.physicalId;
  assert.ok(id !== null);
  await remove(subject, step, id);
  await named.placeStranger(id);
  try {
    assert.deepEqual(await lookAt(type, { ...step, physicalId: id }), { outcome: 'gone' });
    assert.deepEqual(await lookAt(type, step), { outcome: 'gone' });
  } finally {
    await named.removeStranger(id);
  }
}

async function honoursAbort(subject: ContractSubject): Promise<void> {
  const step = stepFor(subject);
  const late = { ...step, signal: AbortSignal.abort() };
  await assert.rejects(runStep(subject.type, 'create', late));
  assert.deepEqual(await subject.living(), []);
  const { answer } = await runStep(subject.type, 'create', step);
  await assert.rejects(runStep(subject.type, 'delete', { ...late, physicalId: answer.physicalId }));
  assert.deepEqual(await subject.living(), [answer.physicalId]);
  await remove(subject, step, answer.physicalId);
}

function stepFor(subject: ContractSubject, properties = subject.properties): Step {
  const { project, providers } = subject;
  return makeStep({ resourceId: randomUUID(), project, providers, properties });
}

async function remove(
  subject: ContractSubject,
  step: Step,
  physicalId: string | null,
  options: { repeat?: number } = {},
): Promise<void> {
  const first = { ...step, state: null, physicalId };
  const { answer } = await runStep(subject.type, 'delete', first, options);
  assert.deepEqual(answer, { outcome: 'done', physicalId: null, attributes: {} });
  assert.deepEqual(await subject.living(), []);
}
