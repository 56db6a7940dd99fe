import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson, ExactObject } from '../json';

const repeat = (template: ExactJson, for_each: ExactJson, more: ExactObject = {}, version = '2021-04-16'): ExactJson =>
  trySnippet({ repeat: { template, for_each, ...more } }, { version });

describe('repeat', () => {
  it.each<[ExactJson, ExactJson, ExactJson]>([
    ['%a%', { '%a%': ['1', '2'] }, ['1', '2']],
    [{ 'k-%a%': ['v-%a%%a%', 5] }, { '%a%': ['x'] }, [{ 'k-x': ['v-xx', 5] }]],
    ['%a%-%b%', { '%a%': ['1', '2'], '%b%': ['x', 'y'] }, ['1-x', '1-y', '2-x', '2-y']],
    ['%a%', { '%a%': [] }, []],
    ['%a%', { '%a%': null }, []],
    ['%a%%b%', { '%a%': ['1'], '%b%': null }, []],
    [null, { a: ['1', '2'] }, [null, null]],
    [true, { a: ['1'] }, [true]],
    [{ a: { a: ['a', null, 1] } }, { a: ['x'] }, [{ x: { x: ['x', null, 1] } }]],
    ['%k%', { '%k%': { x: 1, y: 2 } }, ['x', 'y']],
    [7, { '%a%': [1, 2] }, [7, 7]],
    ['ab', { a: ['b'], b: ['c'] }, ['cc']],
    ['$1', { $1: ['$&'] }, ['$&']],
    ['x', { '': ['-'] }, ['-x-']],
    [{ get_param: 'name' }, { e: ['3'] }, ['w3b']],
    [{ get_resource: 'later' }, { a: ['1'] }, null],
    ['%a%', { '%a%': { get_resource: 'later' } }, null],
    [
      { repeat: { template: '<o>-<i>', for_each: { '<i>': ['a', 'b'] } } },
      { '<o>': ['1', '2'] },
      [
        ['1-a', '1-b'],
        ['2-a', '2-b'],
      ],
    ],
  ])('of %j for each of %j is %j', (template, forEach, value) => {
    expect(repeat(template, forEach)).toEqual(value);
  });

  it('goes in step where it is told to, through lists that are equally long', () => {
    const step = { permutations: false };
    expect(repeat('%a%%b%', { '%a%': ['1', '2'], '%b%': ['x', 'y'] }, step)).toEqual(['1x', '2y']);
    const nested = { permutations: true };
    expect(repeat('%a%%b%', { '%a%': ['1', '2'], '%b%': ['x'] }, nested)).toEqual(['1x', '2x']);
    expect(repeat('%a%%b%', { '%a%': ['1', '2'], '%b%': null }, step)).toEqual([]);
    expect(repeat('%a%%b%', { '%a%': ['1', '2'], '%b%': ['x'] }, step)).toContain(
      'must be equally long, found 2 and 1',
    );
    expect(repeat('%a%', { '%a%': { x: 1 } }, step)).toBe('resolve: expected a list, found a map');
    expect(repeat('%a%', { '%a%': [] }, { permutations: 'no' })).toBe('parse: expected a boolean');
    expect(repeat('%a%', { '%a%': ['1'] }, { permutations: 'no' }, '2017-02-24')).toEqual(['1']);
  });

  it('took no maps before 2016-10-14', () => {
    expect(repeat('%a%', { '%a%': { x: 1 } }, {}, '2016-04-08')).toBe('resolve: expected a list, found a map');
  });

  const RESOLVED_LISTS = 'resolve: expected a map of keys and the lists that they go over';

  it.each<[ExactJson, string]>([
    [{ template: 'x' }, 'parse: expected a map of `template` and `for_each`'],
    [[], 'parse: expected a map of `template` and `for_each`'],
    [{ for_each: { a: [] } }, 'parse: expected a map of `template` and `for_each`'],
    ['x', 'parse: expected a map of `template` and `for_each`'],
    [{ get_param: 'data' }, 'parse: expected a map of `template` and `for_each`'],
    [{ template: 'x', for_each: { get_param: 'list' } }, RESOLVED_LISTS],
    [{ template: 'x', for_each: { get_param: 'name' } }, RESOLVED_LISTS],
    [{ template: 'x', for_each: null }, 'validate: expected a map of keys and the lists that they go over'],
    [
      { template: ['a', { a: 'a' }], for_each: { a: [1] } },
      'resolve: expected texts in the list of `a`, found a number',
    ],
    [{ template: 'x', for_each: { a: [null] } }, 'resolve: expected texts in the list of `a`, found null'],
    [
      { template: 'x', for_each: { a: 5, b: 'x' } },
      'resolve: expected a list or a map, found a number; expected a list or a map, found a text',
    ],
    [{ template: 'x', for_each: { a: [] }, permutations: { get_param: 'name' } }, 'parse: expected a boolean'],
    [{ template: 'x', for_each: { a: [] }, permutations: null }, 'parse: expected a boolean'],
    [{ template: 'x', for_each: ['x'] }, 'validate: expected a map of keys and the lists that they go over'],
    [{ template: 'x', for_each: {} }, 'resolve: expected a map of keys and the lists that they go over'],
    [{ template: 'x', for_each: { a: 'xyz' } }, 'resolve: expected a list or a map, found a text'],
    [{ template: 'x', for_each: { a: [1] } }, 'resolve: expected texts in the list of `a`, found a number'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySnippet({ repeat: argument })).toBe(fault);
  });

  it('ends at the limits for rounds and for what it makes', () => {
    const ten = Array.from({ length: 10 }, String);
    const lists = Object.fromEntries('abcdef'.split('').map((key) => [key, ten]));
    expect(repeat('x', lists)).toBe('resolve: there are 1000000 rounds, more than the limit of 100000');
    const large = { repeat: { template: 'x'.repeat(50_000), for_each: { y: [...ten, ...ten, ...ten] } } };
    expect(trySnippet(large)).toContain('larger than the limit of 1048576 characters');
    const huge = repeat('a'.repeat(100_000), { a: ['b'.repeat(100_000)] });
    expect(huge).toContain('larger than the limit of 1048576 characters');
    const growing = repeat('a', { a: ['b'.repeat(2000)], b: ['c'.repeat(2000)] });
    expect(growing).toContain('larger than the limit of 1048576 characters');
  });
});
