import { ResourceFailure } from './resource-failure';
import type { ResourceType, StepAnswer } from './resource-type';

/** The type, with each of its answers looked at. */
export function checked(type: ResourceType): ResourceType {
  const update = type.update?.bind(type);
  return {
    ...type,
    ...(update === undefined ? {} : { update: async (step) => checkAnswer(await update(step)) }),
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

function checkAgain(answer: Record<string, unknown>): StepAnswer {
  checkPhysicalId(answer['physicalId'], [null, undefined]);
  const { afterMs, deliberate } = answer;
  if (typeof afterMs !== 'number' || !Number.isFinite(afterMs) || afterMs < 0)
    throw nonsense('afterMs is no number of milliseconds');
  if (deliberate !== undefined && typeof deliberate !== 'boolean') throw nonsense('deliberate is no boolean');
  return { ...answer, state: answer['state'] ?? null } as StepAnswer;
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
