import { Kiln } from '../support/kiln';

/** Quotas that keep what the requests create within bounds. */
const BOUNDS = { KILN_QUOTA_STACKS: '150', KILN_QUOTA_RESOURCES: '50' };

/** A whole Kiln of processes for requests that nobody vouches for. */
export async function startFuzzedKiln(): Promise<Kiln> {
  return Kiln.start({ env: BOUNDS });
}

/** Lines of the api's log that tell of a bug: at level error, or that are no log lines at all. */
export function bugsInLog(kiln: Kiln): string[] {
  return kiln.apiProcess
    .output()
    .split('\n')
    .filter(
      (line) => line !== '' && (!line.startsWith('{') || Number((JSON.parse(line) as { level: unknown }).level) >= 50),
    );
}
