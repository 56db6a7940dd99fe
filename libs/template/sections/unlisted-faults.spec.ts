import type { Json } from '#contracts';
import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { StackRequest } from '../request';

const many = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `name${String(index).padStart(4, '0')}`);
const each = (names: readonly string[], value: Json): Record<string, Json> =>
  Object.fromEntries(names.map((name) => [name, value]));
const templateOf = (sections: Record<string, Json>): Json => ({ heat_template_version: '2021-04-16', ...sections });

const DECLARED = templateOf({ parameters: { nameless: { type: 'string', default: '' } } });

/** How often a name is compared with another, which takes both in small letters. */
function comparisons(request: StackRequest): number {
  const lowered = jest.spyOn(String.prototype, 'toLowerCase');
  prepareStack(request, fakeOptions);
  const { length } = lowered.mock.calls;
  lowered.mockRestore();
  return length;
}

describe('names of which no more faults are listed', () => {
  it.each<[string, (names: readonly string[]) => StackRequest]>([
    ['parameters', (names) => ({ template: DECLARED, parameters: each(names, 1) })],
    ['parameters of the environment', (names) => ({ template: DECLARED, environment: { parameters: each(names, 1) } })],
    ['files of environments', (names) => ({ template: DECLARED, environmentFiles: names, files: { nameless: '' } })],
    [
      'nested templates',
      (names) => ({
        template: templateOf({ resources: each(names, { type: 'absent.yaml' }) }),
        files: { 'absend.yaml': '' },
      }),
    ],
    [
      'members of a group of parameters',
      (parameters) => ({
        template: {
          ...(DECLARED as Record<string, Json>),
          parameter_groups: [{ parameters: [...parameters] }],
        },
      }),
    ],
  ])('are not compared with any: %s', (_, requestOf) => {
    const listed = comparisons(requestOf(many(1000)));
    expect(listed).toBeGreaterThanOrEqual(2000);
    expect(comparisons(requestOf(many(1100)))).toBe(listed);
  });
});
