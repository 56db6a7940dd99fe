import type { Json } from '#contracts';
import { faultsOf } from '../fixtures/try-stack';

const LIMITS = { resolvedCharacters: 10, loopRounds: 6 };

const repeat = (template: Json, forEach: Json): Json => ({ repeat: { template, for_each: forEach } });
const inStep = (forEach: Json): Json => ({ repeat: { template: 1, for_each: forEach, permutations: false } });

describe('a value', () => {
  it.each<[Json]>([
    [{ list_join: ['', ['12345', '67890']] }],
    [{ list_join: ['-', ['1234', '', '7890']] }],
    [{ list_join: ['1234567890', ['']] }],
    [{ list_join: ['1234567890-', ['a']] }],
    [{ list_join: ['-', [], []] }],
    [{ str_replace: { template: 'a--a', params: { a: '1234' } } }],
    [{ str_replace: { template: 'aaa-bbb-ccc', params: { aaa: '', bbb: 'x' } } }],
    [{ str_replace: { template: 'ab', params: { a: '12345', b: '12345' } } }],
    [{ str_replace: { template: 'axb', params: { a: '1', b: '12345678' } } }],
    [
      {
        list_concat: [
          [1, 2, 3, 4, 5],
          [6, 7, 8, 9, 0],
        ],
      },
    ],
    [repeat('aaa-', { a: ['123'] })],
    [repeat('12345', { a: ['x', 'y'] })],
    [repeat({ '-a-': ['a', 'a', '..'] }, { a: ['12'] })],
    [repeat('abc', { '': ['-'] })],
    [repeat('abbb', { a: ['1234567'] })],
    [repeat('ab', { a: ['1234'], b: ['123456'] })],
    [repeat(['aaaa', 'b'], { aa: ['1234'], b: ['12'] })],
    [repeat([null, 1], { a: ['x', 'y', 'z'] })],
    [repeat(1, { a: ['x', 'y', 'z'], b: ['x', 'y'] })],
    [inStep({ a: ['1', '2', '3', '4', '5', '6'], b: ['1', '2', '3', '4', '5', '6'] })],
  ])('may be as large as the limit: %j', (value) => {
    expect(faultsOf(value, LIMITS)).toEqual([]);
  });

  it.each<[Json, string]>([
    [{ list_join: ['', ['12345', '678901']] }, 'the text becomes larger than the limit of 10 characters'],
    [{ list_join: ['-', ['1234', '', '78901']] }, 'the text becomes larger than the limit of 10 characters'],
    [{ list_join: ['12345678901', ['', '']] }, 'the text becomes larger than the limit of 10 characters'],
    [
      { str_replace: { template: 'a---a', params: { a: '1234' } } },
      'the text becomes larger than the limit of 10 characters',
    ],
    [
      { str_replace: { template: 'ab', params: { a: '12345', b: '123456' } } },
      'the text becomes larger than the limit of 10 characters',
    ],
    [
      {
        list_concat: [
          [1, 2, 3, 4, 5],
          [6, 7, 8, 9, 0, 1],
        ],
      },
      'there are more items than the limit of 10',
    ],
    [repeat('aaa--', { a: ['123'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat('12345', { a: ['x', 'y', 'z'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat({ '-a-': ['a', 'a', '...'] }, { a: ['12'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat('abcde', { '': ['-'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat(['aaaa', 'b'], { aa: ['1234'], b: ['123'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat([null, 1], { a: ['x', 'y', 'z', 'w'] }), 'the list becomes larger than the limit of 10 values'],
    [repeat(['', ''], { a: ['x', 'y', 'z', 'w'] }), 'the list becomes larger than the limit of 10 values'],
    [repeat({ a: {} }, { b: ['x', 'y', 'z', 'w', 'v', 'u'] }), 'the list becomes larger than the limit of 10 values'],
    [
      repeat(repeat(1, { b: ['x', 'y'] }), { a: ['x', 'y', 'z', 'w'] }),
      'the list becomes larger than the limit of 10 values',
    ],
    [repeat(1, { a: ['x', 'y', 'z', 'w', 'v', 'u', 't'] }), 'there are 7 rounds, more than the limit of 6'],
    [repeat(1, { a: ['x', 'y'], b: ['x', 'y'], c: ['x', 'y'] }), 'there are 8 rounds, more than the limit of 6'],
    [
      inStep({ a: ['1', '2', '3', '4', '5', '6', '7'], b: ['1', '2', '3', '4', '5', '6', '7'] }),
      'there are 7 rounds, more than the limit of 6',
    ],
  ])('may not be larger: %j', (value, detail) => {
    expect(faultsOf(value, LIMITS).map((fault) => fault.slice(fault.indexOf(': ') + 2))).toEqual([detail]);
  });
});
