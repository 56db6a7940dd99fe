import type { Json } from '#contracts';
import { readCfnSignal, readHeatSignal } from './read-signal';

describe('a signal to a handle of Heat’s', () => {
  it.each<[body: Json, said: object]>([
    [null, { status: 'SUCCESS', data: null }],
    [{}, { status: 'SUCCESS', data: null }],
    [
      { id: 5, status: 'FAILURE', reason: 'r', data: { a: 1 } },
      { id: '5', status: 'FAILURE', reason: 'r', data: { a: 1 } },
    ],
    [
      { reason: null, data: null },
      { status: 'SUCCESS', data: null },
    ],
  ])('%j says %j', (body, said) => {
    expect(readHeatSignal(body)).toEqual(said);
  });

  it.each<Json>([
    [],
    'text',
    5,
    { other: 1 },
    { status: 'ok' },
    { status: null },
    { id: null },
    { id: '' },
    { reason: 1 },
  ])('%j is none', (body) => {
    expect(() => readHeatSignal(body)).toThrow();
  });
});

describe('a signal to a handle of CloudFormation’s', () => {
  const whole = { Status: 'SUCCESS', UniqueId: 'a', Reason: 'r', Data: 'd' };

  it('says all', () => {
    expect(readCfnSignal(whole)).toEqual({ status: 'SUCCESS', id: 'a', reason: 'r', data: 'd' });
  });

  it.each(Object.keys(whole))('is none without %s', (key) => {
    const { [key as keyof typeof whole]: _, ...rest } = whole;
    expect(() => readCfnSignal(rest)).toThrow('must be an object with Status, UniqueId, Reason, Data');
  });

  it('is none where it is nothing, or has Heat’s keys', () => {
    expect(() => readCfnSignal(null)).toThrow();
    expect(() => readCfnSignal({ ...whole, status: 'SUCCESS' })).toThrow('only the keys');
  });
});
