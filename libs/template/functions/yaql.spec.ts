import type { Json } from '#contracts';
import { fakeOptions } from '../fixtures/fake-types';
import { trySnippet } from '../fixtures/try-snippet';
import { prepareStack } from '../prepare-stack';

const condition = { isCondition: true };

describe('yaql', () => {
  it.each<[Json, Json]>([
    [{ expression: '$.data', data: { a: [1, null, 'x', true, 1.5] } }, { a: [1, null, 'x', true, 1.5] }],
    [{ expression: '$.data' }, {}],
    [{ expression: '$.data', data: null }, null],
    [{ expression: '$.data.len()', data: 'str' }, 3],
    [{ expression: '$.data.select($ + 1)', data: [1, 2] }, [2, 3]],
    [{ expression: '$.data.a.b[0]', data: { get_param: 'data' } }, 1],
    [{ expression: '$.data.join("-")', data: [{ get_param: 'name' }, { get_resource: 'server' }] }, 'web-id-server'],
    [{ expression: { list_join: ['', ['$.data', '.sum()']] }, data: [1, 2] }, 3],
    [{ if: ['yes', { expression: '1 + 1' }, { expression: 'nope(' }] }, 2],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ yaql: argument })).toEqual(value);
  });

  it.each<[Json, string]>([
    [null, 'parse: expected a map of `expression` and `data`'],
    ['x', 'parse: expected a map of `expression` and `data`'],
    [[], 'parse: expected a map of `expression` and `data`'],
    [{}, 'parse: expected a map of `expression` and `data`'],
    [{ data: {} }, 'parse: expected a map of `expression` and `data`'],
    [{ get_param: 'data' }, 'parse: expected a map of `expression` and `data`'],
    [{ expression: '1', dta: 2 }, 'parse: unknown key `dta` (did you mean `data`?)'],
    [{ expression: 5 }, 'validate: expected a text, found a number'],
    [{ expression: null }, 'validate: expected a text, found null'],
    [{ expression: ['1'] }, 'validate: expected a text, found a list'],
    [{ expression: [{ get_param: 'name' }] }, 'validate: expected a text, found a map'],
    [
      { expression: '1 +' },
      'validate: expected a value, found the end of the expression (character 4 of the expression)',
    ],
    [
      { expression: '$.data.lenn()', data: [1] },
      'resolve: there is no method `lenn` (did you mean `len`?) (character 8 of the expression)',
    ],
    [{ expression: 'range(300)' }, 'resolve: a collection has more than the limit of 200 items'],
    [{ expression: { get_param: 'count' } }, 'resolve: expected a text, found a number'],
    [
      { expression: { list_join: ['', ['1 ', '+']] } },
      'resolve: expected a value, found the end of the expression (character 4 of the expression)',
    ],
    [{ expression: '1', data: { get_param: 'nope' } }, 'resolve: there is no parameter `nope`'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySnippet({ yaql: argument })).toBe(fault);
  });

  it('is not known where the expression or something in the data is not', () => {
    expect(trySnippet({ yaql: { expression: '5', data: [1, { a: { get_resource: 'later' } }] } })).toBeNull();
    expect(trySnippet({ yaql: { expression: { get_resource: 'later' } } })).toBeNull();
    expect(trySnippet({ yaql: { expression: '$.data.nope', data: { get_attr: ['later', 'address'] } } })).toBeNull();
  });

  it('is there since 2016-10-14, and before it was a map like any other', () => {
    const snippet = { yaql: { expression: '1' } };
    expect(trySnippet(snippet, { version: '2016-10-14' })).toBe(1);
    expect(trySnippet(snippet, { version: '2016-04-08' })).toEqual(snippet);
  });

  it('can be a condition since 2017-09-01', () => {
    const snippet = { yaql: { expression: '$.data > 1', data: { get_param: 'count' } } };
    expect(trySnippet(snippet, { ...condition, version: '2017-09-01' })).toBe(true);
    expect(trySnippet({ not: snippet }, { ...condition, version: '2021-04-16' })).toBe(false);
    expect(trySnippet(snippet, { ...condition, version: '2017-02-24' })).toBe(
      'parse: the function `yaql` cannot be used in a condition',
    );
  });

  it('is told as long as the limit of a resolved value', () => {
    const expression = 'range(150).select("x" * 9000)';
    expect(trySnippet({ yaql: { expression } })).toBe(
      'resolve: the result is larger than the limit of 1048576 characters',
    );
  });
});

describe('what yaql says of secrets', () => {
  function detailsOf(argument: Json, value: string): string {
    const template = {
      heat_template_version: '2021-04-16',
      parameters: { secret: { type: 'string', hidden: true } },
      resources: { r: { type: 'Fake::None', metadata: { x: { yaql: argument } } } },
    };
    const outcome = prepareStack({ template, parameters: { secret: value } }, fakeOptions);
    return outcome.ok ? 'ok' : outcome.diagnostics.map(({ detail }) => detail).join('; ');
  }

  it.each<[string, string]>([
    ['$.data.format()', '{hunter2}'],
    ['"{0:z}".replace(z, $.data).format(1)', 'hunter2'],
    ['"{0:z}".replace(z, $.data).format(a)', '=5'],
    ['"x".matches($.data)', '(hunter2'],
    ['regex(x).replace("x", $.data)', '\\q'],
    ['1.assert(false, $.data)', 'hunter2'],
    ['call($.data, [], {})', 'hunter2'],
    ['call($.data, [], {}, 5)', 'hunter2'],
    ['datetime("1", $.data)', '%Q'],
    ['{a => 1}[$.data]', 'hunter2'],
    ['int($.data)', 'hunter2'],
    ['[1][int($.data)]', '77'],
  ])('%s does not tell it', (expression, value) => {
    const told = detailsOf({ expression, data: { get_param: 'secret' } }, value);
    expect(told).not.toBe('ok');
    expect(told).not.toContain(value.replace(/[{(}]/g, ''));
  });

  it('tells nothing of an expression that is one', () => {
    const told = detailsOf({ expression: { get_param: 'secret' } }, 'hunter2(');
    expect(told).toBe('the expression cannot be evaluated');
  });
});
