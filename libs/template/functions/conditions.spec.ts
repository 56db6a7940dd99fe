import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';

const tryCondition = (snippet: ExactJson): ExactJson => trySnippet(snippet, { isCondition: true });

describe('equals, not, and, or', () => {
  it.each<[ExactJson, ExactJson]>([
    [{ equals: [1, true] }, true],
    [{ equals: ['1', 1] }, false],
    [
      {
        equals: [
          { a: 1, b: [null] },
          { b: [null], a: 1 },
        ],
      },
      true,
    ],
    [{ equals: [{ a: 1 }, { b: 1 }] }, false],
    [
      {
        equals: [
          [1, 2],
          [2, 1],
        ],
      },
      false,
    ],
    [{ equals: [[], {}] }, false],
    [{ equals: [{ get_param: 'name' }, 'web'] }, true],
    [{ not: 'yes' }, false],
    [{ not: { equals: [1, 2] } }, true],
    [{ and: ['yes', true, { not: 'no' }] }, true],
    [{ and: ['no', 'nope'] }, false],
    [{ or: ['yes', 'nope'] }, true],
    [{ or: ['no', false] }, false],
  ])('%j is %j', (snippet, value) => {
    expect(tryCondition(snippet)).toBe(value);
  });

  it.each<[ExactJson, string]>([
    [{ equals: [1] }, 'parse: expected a list of two values'],
    [{ equals: [1, 2, 3] }, 'parse: expected a list of two values'],
    [{ equals: [] }, 'parse: expected a list of two values'],
    [{ equals: 'ab' }, 'parse: expected a list of two values'],
    [{ equals: { get_param: 'list' } }, 'parse: expected a list of two values'],
    [{ not: null }, 'parse: expected a condition'],
    [{ not: 'yess' }, 'found the text `yess` (did you mean `yes`?)'],
    [{ and: ['yes'] }, 'parse: expected a list of two or more conditions'],
    [{ or: true }, 'parse: expected a list of two or more conditions'],
    [{ or: ['no', 5] }, 'resolve: expected the name of a condition or a boolean, found the number `5`'],
    [{ get_attr: ['server', 'address'] }, 'parse: the function `get_attr` cannot be used in a condition'],
    [{ Ref: 'x' }, 'validate: the function `Ref` is not in this version'],
  ])('%j is refused', (snippet, fault) => {
    expect(tryCondition(snippet)).toContain(fault);
  });

  it('are plain maps outside of conditions', () => {
    expect(trySnippet({ equals: [1, 1] })).toEqual({ equals: [1, 1] });
  });
});

describe('if', () => {
  it.each<[ExactJson, ExactJson]>([
    [{ if: ['yes', 'a', 'b'] }, 'a'],
    [{ if: [{ not: 'yes' }, 'a', 'b'] }, 'b'],
    [{ if: [true, 'a', { get_resource: 'nowhere' }] }, 'a'],
    [{ if: ['no', { str_replace: 'broken' }, 'b'] }, 'b'],
    [
      [1, { if: ['no', 2] }, 3],
      [1, 3],
    ],
    [{ a: { if: ['no', 1] }, b: 2 }, { b: 2 }],
    [{ a: { if: ['yes', { if: ['no', 1] }] }, b: 2 }, { b: 2 }],
    [{ a: { if: ['yes', null] } }, { a: null }],
    [{ if: ['no', 1] }, null],
    [{ if: [null, 'a', 'b'] }, 'a'],
    [
      [{ if: ['yes', 'a', 'b'] }, { if: ['no', 'a', 'b'] }],
      ['a', 'b'],
    ],
  ])('%j is %j', (snippet, value) => {
    expect(trySnippet(snippet)).toEqual(value);
  });

  it.each<[ExactJson, string]>([
    [['yess', 1, 2], 'found the text `yess` (did you mean `yes`?)'],
    [['yes'], 'expected a list of the form [condition, value] or [condition, value, other value]'],
    [['yes', 1, 2, 3], 'expected a list of the form [condition, value] or [condition, value, other value]'],
    ['yes', 'expected a list of the form [condition, value] or [condition, value, other value]'],
    [[[1], 'a', 'b'], 'expected the name of a condition or a boolean, found a list'],
    [[5, 'a', 'b'], 'expected the name of a condition or a boolean, found the number `5`'],
    [{ get_param: 'list' }, 'expected a list of the form'],
    [['yes', { str_replace: 'broken' }], 'expected a map of `template` and `params`'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySnippet({ if: argument })).toContain(`parse: `);
    expect(trySnippet({ if: argument })).toContain(fault);
  });

  it('needs both values before 2021-04-16, and is no function before 2016-10-14', () => {
    expect(trySnippet({ if: ['yes', 1] }, { version: '2018-08-31' })).toContain('[condition, value, other value]');
    expect(trySnippet({ if: ['yes', 1, 2] }, { version: '2016-04-08' })).toEqual({ if: ['yes', 1, 2] });
  });

  it.each<[ExactJson, ExactJson]>([
    [{ contains: [{ if: ['no', 'x'] }, ['x', null]] }, true],
    [{ contains: [{ if: ['no', 'x'] }, ['x']] }, false],
    [{ filter: [{ if: ['no', ['x']] }, ['x']] }, ['x']],
    [{ list_join: ['-', ['a'], { if: ['no', ['b']] }] }, 'a'],
    [{ list_join: ['-', [{ if: ['no', 'a'] }, 'b']] }, 'b'],
    [{ map_merge: [{ if: ['no', { a: 1 }] }, { b: 2 }] }, { b: 2 }],
    [{ make_url: { scheme: 'http', host: 'h', port: { if: ['no', 80] } } }, 'http://h'],
    [{ str_split: [',', 'a,b', { if: ['no', 0] }] }, ['a', 'b']],
    [{ repeat: { template: 'x', for_each: { if: ['no', { a: ['b'] }] } } }, 'resolve: expected a map'],
    [{ str_replace: { template: 'A', params: { if: ['no', { A: 'b' }] } } }, 'resolve: expected a map, found null'],
    [{ get_attr: ['server', { if: ['no', 'x'] }] }, 'validate: expected the name of an attribute, found null'],
  ])('is nothing as an argument by itself: %j is %j', (snippet, value) => {
    const said = trySnippet(snippet);
    if (typeof said === 'string' && typeof value === 'string') expect(said).toContain(value);
    else expect(said).toEqual(value);
  });
});
