import { Problem } from '../problems/problem';
import { QueryFlag, QueryInteger, QueryMatches, QuerySort, QueryText, QueryTexts, QueryWords } from './query-members';
import type { SortTerm } from './query-members';
import { readQuery, refuseQuery } from './read-query';

class ExampleQuery {
  @QueryText()
  marker?: string;

  @QueryTexts()
  name?: string[];

  @QueryWords(['CREATE', 'DELETE'])
  action?: string[];

  @QueryMatches(/^[0-9a-f]+$/i, 'a number in hex')
  id?: string[];

  @QueryFlag()
  deep?: boolean;

  @QueryInteger(1, 1_000)
  limit?: number;

  @QuerySort(['name', 'created_at'])
  sort?: SortTerm[];
}

function errorsOf(query: object): unknown {
  try {
    return readQuery(ExampleQuery, query);
  } catch (error) {
    return (error as Problem).facts.errors?.map(({ path, detail }) => `${path} ${detail}`);
  }
}

describe('readQuery', () => {
  it('reads every kind of parameter', () => {
    const query = {
      marker: 'm',
      name: ['a', 'b'],
      action: 'create',
      id: 'AB',
      deep: 'false',
      limit: '10',
      sort: 'created_at:desc,name',
    };
    expect(readQuery(ExampleQuery, query)).toEqual({
      marker: 'm',
      name: ['a', 'b'],
      action: ['CREATE'],
      id: ['ab'],
      deep: false,
      limit: 10,
      sort: [
        { name: 'created_at', direction: 'desc' },
        { name: 'name', direction: 'asc' },
      ],
    });
  });

  it('names every fault at once', () => {
    expect(errorsOf({ nme: 'x', limit: '0', deep: 'perhaps' })).toEqual([
      '/query/nme there is no query parameter "nme": did you mean "name"?',
      '/query/deep deep must be true or false',
      '/query/limit limit must be a whole number from 1 to 1000',
    ]);
  });

  it.each([
    [{ limit: ['1', '2'] }, 'limit'],
    [{ limit: '1e3' }, 'limit'],
    [{ limit: '-1' }, 'limit'],
    [{ marker: 'a\0b' }, 'marker'],
    [{ name: ['ok', 'a\0b'] }, 'name'],
    [{ action: ['CREATE', 'RUN'] }, 'one of CREATE, DELETE'],
    [{ sort: 'name:up' }, 'sort'],
    [{ sort: 'name,name' }, 'sort'],
    [{ sort: 'size' }, 'sort'],
    [{ sort: '' }, 'sort'],
    [JSON.parse('{"__proto__": "x"}') as object, '__proto__'],
  ])('refuses %j', (query, named) => {
    expect(errorsOf(query)).toEqual([expect.stringContaining(named)]);
  });

  it('names a hundred unknown parameters and no more', () => {
    const query = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`x${at}`, '1']));
    expect(errorsOf(query)).toHaveLength(100);
  });

  it('refuses any parameter where none is taken', () => {
    expect(() => refuseQuery({})).not.toThrow();
    expect(() => refuseQuery({ force: '1' })).toThrow('force');
  });
});
