import { makeStep } from '../contract/run-step';
import type { StepAnswer } from '../resource-type';
import type { Signal } from '../signal';
import { cfnWaitCondition, waitCondition } from './wait-condition';

const NOW = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
const success = (id: string, data: Signal['data'] = null): Signal => ({
  id,
  status: 'SUCCESS',
  reason: `${id} is up`,
  data,
});
const failure = (id: string, reason: string): Signal => ({ id, status: 'FAILURE', reason, data: null });

interface Asked {
  signals?: readonly Signal[];
  count?: number;
  now?: Date;
  state?: { until: number } | null;
}

async function ask({ signals, count = 2, now = NOW, state = null }: Asked): Promise<StepAnswer> {
  const properties = { handle: 'h', timeout: 60, count };
  return waitCondition.create(makeStep({ properties, now, state, signals }));
}

describe('a wait condition', () => {
  it('waits for as many signals as it is to, until its time is over', async () => {
    const until = later(60).getTime();
    expect(await ask({ signals: [] })).toEqual({ outcome: 'wait', state: { until }, atMostMs: 60_000 });
    const woken = { signals: [success('a')], now: later(59), state: { until } };
    expect(await ask(woken)).toEqual({ outcome: 'wait', state: { until }, atMostMs: 1_000 });
  });

  it('is complete with that many, or more, and has what they said', async () => {
    const signals = [success('b', [1]), success('a', 'x'), success('c')];
    const attributes = { data: '{"a": "x", "b": [1], "c": null}' };
    expect(await ask({ signals })).toMatchObject({ outcome: 'done', attributes });
    const state = { until: NOW.getTime() };
    expect(await ask({ signals, now: later(100), state })).toMatchObject({ outcome: 'done' });
  });

  it.each<[signals: Signal[], state: { until: number }, reason: RegExp]>([
    [[success('a'), failure('b', 'no disk'), failure('c', 'no net')], { until: Infinity }, /^no disk;no net$/],
    [[failure('b', '')], { until: Infinity }, /^a signal said FAILURE, and not why$/],
    [[], { until: NOW.getTime() }, /^timed out: 0 of 2 received$/],
    [[success('a')], { until: NOW.getTime() }, /^timed out: 1 of 2 received - a is up$/],
  ])('fails on %j', async (signals, state, reason) => {
    await expect(ask({ signals, state })).rejects.toThrow(reason);
  });

  it('fails where its handle is none', async () => {
    await expect(ask({})).rejects.toThrow('`handle` is no handle of this stack');
  });

  it('is called otherwise in CloudFormation', async () => {
    const properties = { Handle: 'http://there/v2/signals/x', Timeout: 60, Count: 1 };
    const answer = await cfnWaitCondition.create(makeStep({ properties, signals: [success('a', 'x')] }));
    expect(answer).toMatchObject({ outcome: 'done', attributes: { Data: '{"a": "x"}' } });
    expect(cfnWaitCondition.signalsFrom!(properties)).toBe('http://there/v2/signals/x');
  });
});
