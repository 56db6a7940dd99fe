import Piscina from 'piscina';
import { assertNever } from '#contracts';
import { SecretBox } from '#entities';
import type { KeyRing } from '#entities';
import { loadResourceTypes } from '#resources';
import type { Verdict } from '../requests/read-json';
import type { CheckedStack, CheckedUpdate, CreateQuestion, UpdateQuestion, ValidateQuestion } from './template-checker';
import { TemplateChecks } from './template-checks';

/** What a thread is started with: functions don't cross threads, so it loads the resource types itself. */
export interface CheckWorkerData {
  resourceTypeModules: readonly string[];
  secretKeys: KeyRing;
}

export type CheckTask =
  | { kind: 'create'; question: CreateQuestion }
  | { kind: 'update'; question: UpdateQuestion }
  | { kind: 'validate'; question: ValidateQuestion };

const { resourceTypeModules, secretKeys } = Piscina.workerData as CheckWorkerData;
const checks = loadResourceTypes(resourceTypeModules).then(
  (types) => new TemplateChecks(types, new SecretBox(...secretKeys)),
);

/** Runs one check on this thread. */
export default async function check(task: CheckTask): Promise<Verdict<CheckedStack | CheckedUpdate | string>> {
  const ready = await checks;
  switch (task.kind) {
    case 'create':
      return ready.create(task.question);
    case 'update':
      return ready.update(task.question);
    case 'validate':
      return ready.validate(task.question);
    default:
      return assertNever(task);
  }
}
