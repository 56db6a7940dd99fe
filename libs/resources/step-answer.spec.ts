import type { ResourceSchema } from '#template';
import { checkAnswer, checkCheckAnswer } from './step-answer';

describe('a resource type’s answer', () => {
  it.each([
    { outcome: 'done', physicalId: 'x', attributes: { a: 1 } },
    { outcome: 'done', physicalId: null, attributes: {} },
    { outcome: 'again', afterMs: 0, state: { n: 1 } },
    { outcome: 'again', afterMs: 5, state: null, physicalId: 'x' },
    { outcome: 'done', physicalId: null, attributes: {}, signalToken: 'x' },
    { outcome: 'wait', state: 1 },
    { outcome: 'wait', state: null, atMostMs: 5 },
  ])('is taken as it is: %j', (answer) => {
    expect(checkAnswer(answer)).toEqual(answer);
  });

  it('has no state where it leaves it out', () => {
    expect(checkAnswer({ outcome: 'again', afterMs: 1 })).toEqual({ outcome: 'again', afterMs: 1, state: null });
    expect(checkAnswer({ outcome: 'wait' })).toEqual({ outcome: 'wait', state: null });
  });

  it.each([
    [undefined, 'no object'],
    [null, 'no object'],
    ['done', 'no object'],
    [[], 'no object'],
    [{}, 'outcome'],
    [{ outcome: 'finished' }, 'outcome'],
    [{ outcome: 'done', physicalId: 7, attributes: {} }, 'physicalId'],
    [{ outcome: 'done', attributes: {} }, 'physicalId'],
    [{ outcome: 'done', physicalId: 'a\0b', attributes: {} }, 'NUL'],
    [{ outcome: 'done', physicalId: null }, 'attributes'],
    [{ outcome: 'done', physicalId: null, attributes: [] }, 'attributes'],
    [{ outcome: 'done', physicalId: null, attributes: {}, signalToken: '' }, 'signalToken'],
    [{ outcome: 'wait', atMostMs: -1 }, 'atMostMs'],
    [{ outcome: 'wait', atMostMs: '5' }, 'atMostMs'],
    [{ outcome: 'again', state: null }, 'afterMs'],
    [{ outcome: 'again', afterMs: Number.NaN, state: null }, 'afterMs'],
    [{ outcome: 'again', afterMs: -1, state: null }, 'afterMs'],
  ])('is refused where it is nonsense: %j', (answer, what) => {
    expect(() => checkAnswer(answer)).toThrow(what);
  });
});

describe('what a resource type says it found', () => {
  const schema = { properties: { size: { type: 'String' } } } as unknown as ResourceSchema;

  it.each([
    { outcome: 'gone' },
    { outcome: 'broken', reason: 'no disk' },
    { outcome: 'found', properties: {} },
    { outcome: 'found', properties: { size: null }, attributes: {}, physicalId: 'x' },
    { outcome: 'again', afterMs: 5, state: null },
  ])('is taken as it is: %j', (answer) => {
    expect(checkCheckAnswer(answer, schema)).toEqual(answer);
  });

  it('may be any property where the schema takes any', () => {
    const answer = { outcome: 'found', properties: { other: 1 } };
    expect(checkCheckAnswer(answer, { ...schema, anyProperties: true })).toEqual(answer);
  });

  it.each([
    [undefined, 'no object'],
    [{ outcome: 'done', physicalId: null, attributes: {} }, 'outcome'],
    [{ outcome: 'found' }, 'properties'],
    [{ outcome: 'found', properties: [] }, 'properties'],
    [{ outcome: 'found', properties: { other: 1 } }, 'no property other'],
    [{ outcome: 'found', properties: {}, attributes: null }, 'attributes'],
    [{ outcome: 'found', properties: {}, physicalId: null }, 'physicalId'],
    [{ outcome: 'found', properties: {}, physicalId: 'a\0b' }, 'NUL'],
    [{ outcome: 'broken' }, 'reason'],
    [{ outcome: 'again', state: null }, 'afterMs'],
  ])('is refused where it is nonsense: %j', (answer, what) => {
    expect(() => checkCheckAnswer(answer, schema)).toThrow(what);
  });
});
