import Piscina from 'piscina';
import type { Verdict } from '../requests/read-json';
import type { CheckTask, CheckWorkerData } from './check-worker';
import { TemplateChecker } from './template-checker';
import type { CheckedStack, CreateQuestion, ValidateQuestion } from './template-checker';
import type { TemplateChecks } from './template-checks';

/** Bodies up to this size are checked where they are: handing them over would take longer. */
const CHECKED_HERE_BYTES = 64 * 1024;
const IDLE_MS = 60_000;

export interface ThreadSettings extends CheckWorkerData {
  threads: number;
  /** The compiled `check-worker`. */
  workerFile: string;
}

/** Checks small bodies at once, and large ones on threads that are started when the first one comes. */
export class ThreadedChecker extends TemplateChecker {
  private readonly pool: Piscina<CheckTask, Verdict<CheckedStack> & Verdict<string>>;

  constructor(
    private readonly checks: TemplateChecks,
    { threads, workerFile, ...workerData }: ThreadSettings,
  ) {
    super();
    this.pool = new Piscina({
      filename: workerFile,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      workerData,
    });
  }

  async create(question: CreateQuestion): Promise<Verdict<CheckedStack>> {
    return isSmall(question.body) ? this.checks.create(question) : this.pool.run({ kind: 'create', question });
  }

  async validate(question: ValidateQuestion): Promise<Verdict<string>> {
    return isSmall(question.body) ? this.checks.validate(question) : this.pool.run({ kind: 'validate', question });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

function isSmall(body: Uint8Array | undefined): boolean {
  return body === undefined || body.length <= CHECKED_HERE_BYTES;
}
