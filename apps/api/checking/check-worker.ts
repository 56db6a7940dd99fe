import Piscina from 'piscina';
import { SecretBox } from '#entities';
import { loadResourceTypes } from '#resources';
import type { Verdict } from '../requests/read-json';
import type { CheckedStack, CreateQuestion, ValidateQuestion } from './template-checker';
import { TemplateChecks } from './template-checks';

/** What a thread is started with: functions don't cross threads, so it loads the resource types itself. */
export interface CheckWorkerData {
  resourceTypeModules: readonly string[];
  secretKey: Uint8Array;
}

export type CheckTask = { kind: 'create'; question: CreateQuestion } | { kind: 'validate'; question: ValidateQuestion };

const { resourceTypeModules, secretKey } = Piscina.workerData as CheckWorkerData;
const checks = loadResourceTypes(resourceTypeModules).then(
  (types) => new TemplateChecks(types, new SecretBox(Buffer.from(secretKey))),
);

/** Runs one check on this thread. */
export default async function check(task: CheckTask): Promise<Verdict<CheckedStack> | Verdict<string>> {
  return task.kind === 'create' ? (await checks).create(task.question) : (await checks).validate(task.question);
}
