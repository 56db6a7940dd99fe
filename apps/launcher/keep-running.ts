import { setTimeout as delay } from 'node:timers/promises';
import { planRestart } from './restart-delay';

/** Something that can end by itself, and be started again. */
export interface Restartable {
  readonly name: string;
  /** Settles when what runs now is gone, with the way it went. */
  readonly exited: Promise<string>;
  start(): Promise<void>;
}

/**
 * Starts what ended again, until the signal is aborted: after a pause that grows while it keeps ending. Each end and
 * each start is said. Never rejects.
 */
export async function keepRunning(
  subject: Restartable,
  signal: AbortSignal,
  say: (sentence: string) => void,
): Promise<void> {
  const asked = whenAborted(signal);
  const isOver = (): boolean => signal.aborted;
  let history = { quickEnds: 0 };
  while (!isOver()) {
    const startedAt = Date.now();
    const how = await Promise.race([subject.exited, asked]);
    if (isOver()) return;
    const plan = planRestart(history, Date.now() - startedAt);
    history = plan.history;
    say(`${subject.name} ended (${how}); it is started again in ${plan.delayMs / 1_000} s.`);
    await delay(plan.delayMs, undefined, { signal }).catch(() => undefined);
    if (!isOver()) await startAgain(subject, say);
  }
}

async function startAgain(subject: Restartable, say: (sentence: string) => void): Promise<void> {
  try {
    await subject.start();
    say(`${subject.name} runs again.`);
  } catch (error) {
    say(`${subject.name} could not be started: ${(error as Error).message}`);
  }
}

function whenAborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
}
