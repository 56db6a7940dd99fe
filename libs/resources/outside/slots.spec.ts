import { Slots } from './slots';

interface Work {
  readonly promise: Promise<string>;
  end(): void;
  readonly started: boolean;
}

function workIn(slots: Slots, name: string, signal = new AbortController().signal): Work {
  let end = (): void => undefined;
  let started = false;
  const promise = slots.run(signal, () => {
    started = true;
    return new Promise<string>((resolve) => (end = () => resolve(name)));
  });
  promise.catch(() => undefined);
  return {
    promise,
    end: () => end(),
    get started() {
      return started;
    },
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Slots', () => {
  it('runs as many at once as there are slots, the rest in the order they came', async () => {
    const slots = new Slots(2);
    const works = ['a', 'b', 'c', 'd'].map((name) => workIn(slots, name));
    await settle();
    expect(works.map((work) => work.started)).toEqual([true, true, false, false]);
    works[1]?.end();
    await settle();
    expect(works.map((work) => work.started)).toEqual([true, true, true, false]);
  });

  it('gives a slot back after a failure', async () => {
    const slots = new Slots(1);
    const signal = new AbortController().signal;
    await expect(slots.run(signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(slots.run(signal, () => Promise.resolve('yes'))).resolves.toBe('yes');
  });

  it('lets go of who waits when the signal fires, and serves the next', async () => {
    const slots = new Slots(1);
    const first = workIn(slots, 'a');
    const deadline = new AbortController();
    const second = workIn(slots, 'b', deadline.signal);
    const third = workIn(slots, 'c');
    deadline.abort(new Error('too late'));
    await expect(second.promise).rejects.toThrow('too late');
    first.end();
    await settle();
    expect([second.started, third.started]).toEqual([false, true]);
  });
});
