import Piscina from 'piscina';
import type { ForeseenRow } from '#comparison';
import { unavailable } from '../problems/to-problem';
import type { Sliced } from '#template';
import type { Verdict } from '../requests/read-json';
import type { CheckTask, CheckWorkerData } from './check-worker';
import { TemplateChecker } from './template-checker';
import type {
  CheckedPreview,
  CheckedStack,
  CheckedUpdate,
  CreateQuestion,
  PreviewQuestion,
  SealedDefinition,
  ShowQuestion,
  UpdateQuestion,
  ValidateQuestion,
} from './template-checker';
import type { TemplateChecks } from './template-checks';

/** Bodies up to this size are checked where they are: handing them over would take longer. */
const CHECKED_HERE_BYTES = 64 * 1024;
/** So many slices of such a body take some ten milliseconds. */
const MOST_SLICES_HERE = 100;
/** What looking at a resource's row costs besides opening what is sealed in it. */
const ROW_BYTES = 64;
const IDLE_MS = 60_000;
const LONGEST_CHECK_MS = 60_000;

export interface ThreadSettings {
  threads: number;
  /** The compiled `check-worker`. */
  workerFile: string;
  data: CheckWorkerData;
  log: { error(fields: object, message: string): void };
}

/**
 * Checks small bodies at once, and large ones on threads that are started when the first one comes. A small
 * body may ask for much all the same, by templates inside templates: then a thread begins anew.
 */
export class ThreadedChecker extends TemplateChecker {
  private readonly pool: Piscina<CheckTask, AnyAnswer>;

  constructor(
    private readonly checks: TemplateChecks,
    { threads, workerFile, data, log }: ThreadSettings,
  ) {
    super();
    this.pool = new Piscina({
      filename: workerFile,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      workerData: data,
    });
    this.pool.on('error', (error: unknown) => log.error({ err: error }, 'a thread that checks templates failed'));
  }

  async create(question: CreateQuestion): Promise<Verdict<CheckedStack>> {
    const here = isSmall(question.body) ? runBriefly(this.checks.createInSlices(question)) : undefined;
    return here ?? this.run({ kind: 'create', question });
  }

  async update(question: UpdateQuestion): Promise<Verdict<CheckedUpdate>> {
    const isBrief = isSmall(question.body) && sizeOf(question.current) <= CHECKED_HERE_BYTES;
    const here = isBrief ? runBriefly(this.checks.updateInSlices(question)) : undefined;
    return here ?? this.run({ kind: 'update', question });
  }

  async validate(question: ValidateQuestion): Promise<Verdict<string>> {
    const here = isSmall(question.body) ? runBriefly(this.checks.validateInSlices(question)) : undefined;
    return here ?? this.run({ kind: 'validate', question });
  }

  async previewCreate(question: CreateQuestion): Promise<Verdict<CheckedPreview>> {
    const here = isSmall(question.body) ? runBriefly(this.checks.previewCreateInSlices(question)) : undefined;
    return here ?? this.run({ kind: 'preview-create', question });
  }

  async previewUpdate(question: PreviewQuestion): Promise<Verdict<string>> {
    const { body, current, rows } = question;
    const isBrief = isSmall(body) && sizeOf(current) + sizeOfRows(rows) <= CHECKED_HERE_BYTES;
    const here = isBrief ? runBriefly(this.checks.previewUpdateInSlices(question)) : undefined;
    return here ?? this.run({ kind: 'preview-update', question });
  }

  async show(question: ShowQuestion): Promise<string> {
    const here =
      sizeOf(question.current) <= CHECKED_HERE_BYTES ? runBriefly(this.checks.showInSlices(question)) : undefined;
    return here ?? this.run({ kind: 'show', question });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  /** A check that does not end takes its thread with it, so that the next one gets a fresh one. */
  private async run(task: CheckTask): Promise<AnyAnswer> {
    const signal = AbortSignal.timeout(LONGEST_CHECK_MS);
    try {
      return await this.pool.run(task, { signal });
    } catch (error) {
      if (signal.aborted) throw unavailable('the template could not be checked in time; try again', error);
      throw error;
    }
  }
}

/** Of whichever kind the question was. */
type AnyAnswer = Verdict<CheckedStack> & Verdict<CheckedPreview> & Verdict<CheckedUpdate> & Verdict<string> & string;

/** `undefined` where the work is not done after so many slices. */
function runBriefly<T>(work: Sliced<T>): T | undefined {
  for (let slice = 0; slice < MOST_SLICES_HERE; slice += 1) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
  return undefined;
}

/** All of it is opened and read. */
function sizeOf({ template, files, environment, parameters }: SealedDefinition): number {
  return template.length + files.length + environment.length + parameters.length;
}

function sizeOfRows(rows: readonly ForeseenRow[]): number {
  const sealed = rows.flatMap((row) => [row.sealed_properties, row.sealed_attributes, row.sealed_metadata]);
  return sealed.reduce((size, section) => size + (section?.length ?? 0), rows.length * ROW_BYTES);
}

function isSmall(body: Uint8Array | undefined): boolean {
  return body === undefined || body.length <= CHECKED_HERE_BYTES;
}
