import type { ResourceSchema } from '#template';
import { ResourceFailure } from './resource-failure';
import type { AgainAnswer, CheckAnswer, ResourceType, StepAnswer } from './resource-type';

/** The type, with each of its answers looked at. */
export function checked(type: ResourceType): ResourceType {
  const update = type.update?.bind(type);
  const check = type.check?.bind(type);
  return {
    ...type,
    ...(update === undefined ? {} : { update: async (step) => checkAnswer(await update(step)) }),
    ...(check === undefined ? {} : { check: async (step) => checkCheckAnswer(await check(step), type.schema) }),
    create: async (step) => checkAnswer(await type.create(step)),
    delete: async (step) => checkAnswer(await type.delete(step)),
  };
}

/**
 * Looks at what a resource type answered before anything is made of it: a type may be somebody else's, and the
 * compiler did not see it. Throws ResourceFailure where the answer is none.
 */
export function checkAnswer(answer: unknown): StepAnswer {
  if (!isRecord(answer)) throw nonsense('it is no object');
  switch (answer['outcome']) {
    case 'done':
      checkPhysicalId(answer['physicalId'], [null]);
      if (!isRecord(answer['attributes'])) throw nonsense('attributes is no map');
      checkSignalToken(answer['signalToken']);
      return answer as StepAnswer;
    case 'again':
      return checkAgain(answer);
    case 'wait':
      return checkWait(answer);
    default:
      throw nonsense('outcome is none of done, again and wait');
  }
}

/** The same for what `check` answered. */
export function checkCheckAnswer(answer: unknown, schema: ResourceSchema): CheckAnswer {
  if (!isRecord(answer)) throw nonsense('it is no object');
  switch (answer['outcome']) {
    case 'found':
      return checkFound(answer, schema);
    case 'broken':
      if (typeof answer['reason'] !== 'string') throw nonsense('reason is no text');
      return { outcome: 'broken', reason: answer['reason'] };
    case 'gone':
      return { outcome: 'gone' };
    case 'again':
      return checkAgain(answer);
    default:
      throw nonsense('outcome is none of found, broken, gone and again');
  }
}

/** A property that no template can ask for would differ for ever. */
function checkFound(
  answer: Record<string, unknown>,
  { properties: known, anyProperties }: ResourceSchema,
): CheckAnswer {
  const { properties, attributes, physicalId } = answer;
  checkPhysicalId(physicalId, [undefined]);
  if (!isRecord(properties)) throw nonsense('properties is no map');
  const stray = Object.keys(properties).find((name) => !Object.hasOwn(known, name));
  if (stray !== undefined && anyProperties !== true) throw nonsense(`the schema has no property ${stray}`);
  if (attributes !== undefined && !isRecord(attributes)) throw nonsense('attributes is no map');
  return answer as unknown as CheckAnswer;
}

function checkAgain(answer: Record<string, unknown>): AgainAnswer {
  checkPhysicalId(answer['physicalId'], [null, undefined]);
  const { afterMs, deliberate } = answer;
  if (typeof afterMs !== 'number' || !Number.isFinite(afterMs) || afterMs < 0)
    throw nonsense('afterMs is no number of milliseconds');
  if (deliberate !== undefined && typeof deliberate !== 'boolean') throw nonsense('deliberate is no boolean');
  return { ...answer, state: answer['state'] ?? null } as AgainAnswer;
}

function checkWait({ state = null, atMostMs }: Record<string, unknown>): StepAnswer {
  if (atMostMs === undefined) return { outcome: 'wait', state } as StepAnswer;
  if (typeof atMostMs !== 'number' || !Number.isFinite(atMostMs) || atMostMs < 0)
    throw nonsense('atMostMs is no number of milliseconds');
  return { outcome: 'wait', state, atMostMs } as StepAnswer;
}

function checkSignalToken(token: unknown): void {
  if (token !== undefined && (typeof token !== 'string' || token === '')) throw nonsense('signalToken is no text');
}

function checkPhysicalId(id: unknown, others: readonly unknown[]): void {
  if (others.includes(id)) return;
  if (typeof id !== 'string') throw nonsense('physicalId is no text');
  if (id.includes('\0')) throw nonsense('physicalId holds a NUL');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nonsense(why: string): ResourceFailure {
  return new ResourceFailure(`the resource type’s answer can't be understood: ${why}`);
}
