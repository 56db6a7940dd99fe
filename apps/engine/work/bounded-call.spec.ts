import { boundedCall } from './bounded-call';

const soon = { timeoutMs: 5, graceMs: 5 };
const late = { timeoutMs: 60_000, graceMs: 60_000 };

describe('a bounded call', () => {
  it('answers what the call answers', async () => {
    expect(await boundedCall(() => Promise.resolve(7), late)).toEqual({ outcome: 'answered', answer: 7 });
  });

  it('hands on what the call throws, also before it returns a promise', async () => {
    const error = new Error('no');
    expect(await boundedCall(() => Promise.reject(error), late)).toEqual({ outcome: 'threw', error });
    const throwing = (): Promise<never> => {
      throw error;
    };
    expect(await boundedCall(throwing, late)).toEqual({ outcome: 'threw', error });
  });

  it('aborts a call that takes too long, and says that it stopped', async () => {
    const call = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    expect(await boundedCall(call, { timeoutMs: 5, graceMs: 60_000 })).toEqual({ outcome: 'aborted' });
  });

  it('takes an answer that comes after the abort', async () => {
    const call = (signal: AbortSignal): Promise<string> =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve('made')));
    expect(await boundedCall(call, { timeoutMs: 5, graceMs: 60_000 })).toEqual({ outcome: 'answered', answer: 'made' });
  });

  it('gives up a call that does not even stop when it is told to', async () => {
    expect(await boundedCall(() => new Promise<never>(() => undefined), soon)).toEqual({ outcome: 'hung' });
  });
});
