import Piscina from 'piscina';
import { assertNever } from '#contracts';
import { SecretBox } from '#entities';
import type { KeyRing } from '#entities';
import { loadResourceTypes } from '#resources';
import type { Verdict } from '../requests/read-json';
import type {
  CheckedPreview,
  CheckedStack,
  CheckedUpdate,
  CreateQuestion,
  PreviewQuestion,
  ShowQuestion,
  UpdateQuestion,
  ValidateQuestion,
} from './template-checker';
import { TemplateChecks } from './template-checks';

/** What a thread is started with: functions don't cross threads, so it loads the resource types itself. */
export interface CheckWorkerData {
  resourceTypeModules: readonly string[];
  secretKeys: KeyRing;
}

export type CheckTask =
  | { kind: 'create'; question: CreateQuestion }
  | { kind: 'update'; question: UpdateQuestion }
  | { kind: 'validate'; question: ValidateQuestion }
  | { kind: 'preview-create'; question: CreateQuestion }
  | { kind: 'preview-update'; question: PreviewQuestion }
  | { kind: 'show'; question: ShowQuestion };

const { resourceTypeModules, secretKeys } = Piscina.workerData as CheckWorkerData;
const checks = loadResourceTypes(resourceTypeModules).then(
  (types) => new TemplateChecks(types, new SecretBox(...secretKeys)),
);

type Answer = Verdict<CheckedStack | CheckedUpdate | CheckedPreview | string> | string;

/** Runs one check on this thread. */
export default async function check(task: CheckTask): Promise<Answer> {
  const ready = await checks;
  switch (task.kind) {
    case 'create':
      return ready.create(task.question);
    case 'update':
      return ready.update(task.question);
    case 'validate':
      return ready.validate(task.question);
    case 'preview-create':
      return ready.previewCreate(task.question);
    case 'preview-update':
      return ready.previewUpdate(task.question);
    case 'show':
      return ready.show(task.question);
    default:
      return assertNever(task);
  }
}
