import { parentPort, workerData } from 'node:worker_threads';
import { SpecRuns } from './spec-runs';
import type { Fate, MutationJob } from './spec-runs';

/** What a thread is started with. */
export interface MutationWorkerData {
  readonly root: string;
  readonly specs: readonly string[];
  readonly files: readonly string[];
}

/** `ready`: everything is compiled, so that what comes takes no longer than the tests do. */
export type MutationAnswer = 'ready' | Fate;

const { root, specs, files } = workerData as MutationWorkerData;
const runs = new SpecRuns(root, specs, files);

function answer(fate: MutationAnswer): void {
  parentPort?.postMessage(fate);
}

parentPort?.on('message', (job: MutationJob) => {
  void runs.tryMutant(job).then(answer);
});

runs.warm();
answer('ready');
