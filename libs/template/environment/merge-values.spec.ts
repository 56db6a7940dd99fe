import type { ExactJson } from '../json';
import { floatNumber } from '../numbers/written-number';
import { parseExactJson } from '../reader/parse-exact-json';
import type { ParameterType } from '../stack';
import { joinValues } from './merge-values';

function join(
  type: ParameterType,
  earlier: ExactJson | undefined,
  later: Exclude<ExactJson, null>,
  deep = false,
): ExactJson {
  const joined = joinValues(type, earlier, later, { deep });
  return joined.ok ? joined.value : `refused: ${joined.reason}`;
}

/** Deeper than functions can call themselves. */
const DEEP = `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

describe('joining values of a parameter', () => {
  it.each<[ParameterType, ExactJson | undefined, Exclude<ExactJson, null>, ExactJson]>([
    ['string', 'a', 'b', 'ab'],
    ['string', undefined, 'b', 'b'],
    ['string', '', 'b', 'b'],
    ['string', null, 'b', 'refused: null and a text cannot be joined'],
    ['string', 'a', 5, 'refused: a text and a number cannot be joined'],
    ['string', 5, 'a', 'refused: a number and a text cannot be joined'],
    ['string', 'a', ['b'], 'refused: a text and a list cannot be joined'],
    ['number', '1', '2', '12'],
    ['number', 1, 2, 'refused: a number and a number cannot be joined'],
    ['number', 1, '2', 'refused: a number and a text cannot be joined'],
    ['number', undefined, '2', 'refused: null and a text cannot be joined'],
    ['boolean', true, false, 'refused: booleans cannot be joined'],
    ['boolean', undefined, 'yes', 'refused: booleans cannot be joined'],
    ['comma_delimited_list', 'a,b', 'c', 'a,b,c'],
    ['comma_delimited_list', ['a'], ['b', 'c'], ['a', 'b', 'c']],
    ['comma_delimited_list', '', 'b', 'b'],
    ['comma_delimited_list', [], 'b', 'b'],
    ['comma_delimited_list', undefined, ['b'], ['b']],
    ['comma_delimited_list', null, ['b'], ['b']],
    ['comma_delimited_list', 'a', ['b'], 'refused: a text and a list cannot be joined'],
    ['comma_delimited_list', ['a'], 'b', 'refused: a list and a text cannot be joined'],
    ['comma_delimited_list', undefined, 5, 'refused: a list and a number cannot be joined'],
    ['comma_delimited_list', ['a'], { b: 1 }, 'refused: a list and a map cannot be joined'],
    ['json', { a: 1, k: { x: 1 } }, { b: 2, k: { y: 2 } }, { a: 1, b: 2, k: { y: 2 } }],
    ['json', { a: 1 }, '{"b": 2}', { a: 1, b: 2 }],
    ['json', { a: 1 }, '{"b": 2.0}', parseExactJson('{"a": 1, "b": 2.0}')],
    ['json', parseExactJson('1.0'), { a: 1 }, 'refused: a number and a map cannot be joined'],
    ['json', parseExactJson('0.0'), { a: 1 }, { a: 1 }],
    ['number', floatNumber(1), '2', 'refused: a number and a text cannot be joined'],
    ['comma_delimited_list', ['a'], floatNumber(1), 'refused: a list and a number cannot be joined'],
    ['json', '{"a": 1}', { b: 2 }, 'refused: a text and a map cannot be joined'],
    ['json', '{"a": 1}', {}, '{"a": 1}'],
    ['json', '', { a: 1 }, { a: 1 }],
    ['json', undefined, [1], [1]],
    ['json', undefined, '', ''],
    ['json', { a: 1 }, '', 'refused: a map and a text cannot be joined'],
    ['json', { a: 1 }, [1], 'refused: a map and a list cannot be joined'],
    ['json', { a: 1 }, 'bad', 'refused: the text is not valid JSON'],
    ['json', undefined, 'bad', 'refused: the text is not valid JSON'],
    ['json', undefined, DEEP, 'refused: the text is not JSON that nests no deeper than the limit of 200'],
    ['json', { a: 1 }, DEEP, 'refused: the text is not JSON that nests no deeper than the limit of 200'],
    ['json', { a: 1 }, { a: null, b: null }, { a: 1 }],
  ])('%s: %j and %j make %j', (type, earlier, later, result) => {
    expect(join(type, earlier, later)).toEqual(result);
  });

  it.each<[ExactJson, Exclude<ExactJson, null>, ExactJson]>([
    [{ k: { x: { d: 1 } } }, { k: { x: { e: 2 } } }, { k: { x: { d: 1, e: 2 } } }],
    [
      { a: 'p', l: [1], n: 5 },
      { a: 'q', l: [2], n: 6 },
      { a: 'pq', l: [1, 2], n: 6 },
    ],
    [{ a: null }, { a: 1 }, { a: 1 }],
    [{ a: 1 }, { a: null }, { a: 1 }],
    [{}, { a: 'x' }, { a: 'x' }],
    [{ b: 1 }, { a: 'x' }, { a: 'x', b: 1 }],
    [{ a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: 5 }, { a: 'x' }, 'refused: a number and a text cannot be joined'],
    [{ a: null }, { a: 'x' }, 'refused: null and a text cannot be joined'],
    [{ l: 'a' }, { l: ['b'] }, 'refused: a text and a list cannot be joined'],
    [{ k: 'a' }, { k: { b: 1 } }, 'refused: a text and a map cannot be joined'],
    [{ k: 'a' }, { k: {} }, { k: 'a' }],
    [{ a: { x: 1 } }, { a: true }, { a: true }],
  ])('into their depths: %j and %j make %j', (earlier, later, result) => {
    expect(join('json', earlier, later, true)).toEqual(result);
  });

  it('leaves the values that it joins as they are', () => {
    const earlier = { k: { x: [1] } };
    join('json', earlier, { k: { x: [2] } }, true);
    expect(earlier).toEqual({ k: { x: [1] } });
  });
});
