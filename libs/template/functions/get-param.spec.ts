import type { Json } from '#contracts';
import { trySnippet } from '../fixtures/try-snippet';

describe('get_param', () => {
  it.each<[Json, Json]>([
    ['name', 'web'],
    ['count', 3],
    ['OS::stack_name', 'teststack'],
    [['list', 1], 'b'],
    [['list', '1'], 'b'],
    [['list', -1], 'b'],
    [['list', true], 'b'],
    [['name', 0], 'w'],
    [['data', 'a', 'b', 1, 'c'], 'deep'],
    [['data', 'nothing'], null],
    [['data', '0'], 'zero'],
    [{ list_join: ['', ['na', 'me']] }, 'web'],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ get_param: argument })).toEqual(value);
  });

  it.each<[Json]>([[['data', 'x']], [['list', 7]], [['list', 'x']], [['data', 0]], [['count', 1]], [['list', 1.5]]])(
    'is an empty text where the path %j leads nowhere',
    (argument) => {
      expect(trySnippet({ get_param: argument })).toBe('');
    },
  );

  it('names the nearest parameter where there is none of that name', () => {
    expect(trySnippet({ get_param: 'nam' })).toBe('resolve: there is no parameter `nam` (did you mean `name`?)');
  });

  it.each<[Json, string]>([
    ['', 'a text'],
    [[], 'null'],
    [[7], 'a number'],
    [{ a: 1, b: 2 }, 'a map'],
    [null, 'null'],
  ])('refuses %j as a name', (argument, found) => {
    expect(trySnippet({ get_param: argument })).toBe(`resolve: expected the name of a parameter, found ${found}`);
  });
});
