import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Fate, MutationJob } from './spec-runs';
import type { MutationAnswer, MutationWorkerData } from './worker';

/** A mutant may fill the memory, or have others loop for ever; its own loops are ended sooner. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MIB = 768;

/** Tries each job on one of several threads; answers in the order of the jobs. */
export async function tryAll(
  jobs: readonly MutationJob[],
  { data, threads }: { data: MutationWorkerData; threads: number },
): Promise<Fate[]> {
  const fates: Fate[] = [];
  const left = jobs.entries();
  const lane = async (): Promise<void> => {
    let thread: Thread | undefined;
    // The lanes share one iterator, so that each takes the next job that nobody has.
    for (const [index, job] of left) {
      thread ??= await Thread.start(data);
      const fate = await thread.try(job);
      fates[index] = fate ?? 'caught';
      if (fate === undefined) thread = undefined;
    }
    await thread?.end();
  };
  await Promise.all(Array.from({ length: threads }, lane));
  return fates;
}

class Thread {
  private answered: (answer: MutationAnswer | undefined) => void = () => undefined;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answer: MutationAnswer) => this.answered(answer));
    // Running out of memory is an error of the thread; what else ends it is our own terminate.
    worker.on('error', () => this.answered(undefined));
    worker.on('exit', () => this.answered(undefined));
  }

  static async start(data: MutationWorkerData): Promise<Thread> {
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_LIMIT_MIB };
    const thread = new Thread(new Worker(join(__dirname, 'worker.js'), { workerData: data, resourceLimits }));
    if ((await thread.next()) === undefined) throw new Error('a thread could not be started');
    return thread;
  }

  /** `undefined` where the mutant took too long or too much, which ends the thread. */
  async try(job: MutationJob): Promise<Fate | undefined> {
    const answer = this.next();
    const timer = setTimeout(() => void this.worker.terminate(), TIME_LIMIT_MS);
    this.worker.postMessage(job);
    const fate = await answer;
    clearTimeout(timer);
    return fate === 'ready' ? undefined : fate;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private next(): Promise<MutationAnswer | undefined> {
    return new Promise((resolve) => (this.answered = resolve));
  }
}
