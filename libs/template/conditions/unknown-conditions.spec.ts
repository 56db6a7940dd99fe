import type { Json } from '#contracts';
import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { PreparedStack } from '../stack';

/** A stack of which the parameter `missing` is not given, as validation takes it. */
function prepare(condition: Json, value: Json = 1): PreparedStack {
  const template = {
    heat_template_version: '2021-04-16',
    parameters: { missing: { type: 'string' }, name: { type: 'string', default: 'web' } },
    conditions: { yes: true, no: false, tried: condition },
    resources: {
      a: { type: 'Fake::None' },
      b: { type: 'Fake::None' },
      subject: { type: 'Fake::Value', properties: { value } },
    },
    outputs: { used: { value: { if: ['tried', 1, 2] } } },
  };
  const prepared = prepareStack({ template }, { ...fakeOptions, requireParameters: false });
  if (!prepared.ok) throw new Error(prepared.diagnostics.map(({ path, detail }) => `${path}: ${detail}`).join('; '));
  return prepared.value;
}

const unknown: Json = { equals: [{ get_param: 'missing' }, 'x'] };

describe('a condition that rests on a parameter that was not given', () => {
  it.each<[Json]>([
    [unknown],
    [{ equals: ['x', { get_param: 'missing' }] }],
    [
      {
        equals: [
          ['x', { get_param: 'missing' }],
          ['x', 'y'],
        ],
      },
    ],
    [{ not: unknown }],
    [{ and: ['yes', unknown] }],
    [{ and: [unknown, 'yes'] }],
    [{ or: ['no', unknown] }],
    [{ or: [unknown, 'no'] }],
    [{ contains: [{ get_param: 'missing' }, ['x']] }],
    [{ contains: ['x', [{ get_param: 'missing' }]] }],
  ])('is neither true nor false: %j', (condition) => {
    expect([...prepare(condition).conditions.keys()]).toEqual(['yes', 'no']);
  });

  it.each<[Json, boolean]>([
    [{ and: ['no', unknown] }, false],
    [{ and: [unknown, 'no'] }, false],
    [{ and: [unknown, 'yes', 'no'] }, false],
    [{ or: ['yes', unknown] }, true],
    [{ or: [unknown, 'yes'] }, true],
    [{ or: [unknown, 'no', 'yes'] }, true],
    [{ not: { and: [unknown, 'no'] } }, true],
    // To Heat what is nothing is true.
    [{ and: [null, 'yes'] }, true],
  ])('may be told by another one: %j is %j', (condition, truth) => {
    expect(prepare(condition).conditions.get('tried')).toBe(truth);
  });

  it('has both values of an `if` looked at, and both count as references', () => {
    const either = prepare(unknown, { if: ['tried', { get_resource: 'a' }, { get_resource: 'b' }] });
    expect(either.resources.get('subject')?.references).toEqual(['a', 'b']);
    const one = prepare(unknown, { if: ['tried', { get_resource: 'a' }] });
    expect(one.resources.get('subject')?.references).toEqual(['a']);
    expect(() => prepare(unknown, { if: ['tried', 1, { get_attr: ['nowhere', 'x'] }] })).toThrow(
      'no resource `nowhere`',
    );
  });
});
