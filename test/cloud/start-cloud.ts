import type { CloudServer } from './cloud';
import type { Behaviour } from './behaviour';
import { CloudServerProcess } from './cloud-server';
import type { Call } from './cloud-server';

/** A cloud in this process, which outlives the engines that a test kills. */
export interface RunningCloud {
  readonly url: string;
  living(): CloudServer[];
  calls(): readonly Call[];
  behave(behaviour: Behaviour): void;
  /** Behind Kiln's back. */
  remove(id: string): void;
  resize(id: string, size: string): void;
  close(): Promise<void>;
}

export async function startCloud(port = 0): Promise<RunningCloud> {
  const server = new CloudServerProcess();
  const url = await server.listen(port);
  return {
    url,
    living: () => server.cloud.living(),
    calls: () => server.calls,
    behave: (behaviour) => server.behave(behaviour),
    remove: (id) => void server.cloud.delete(id),
    resize: (id, size) => server.cloud.resize(id, size),
    close: () => server.close(),
  };
}
