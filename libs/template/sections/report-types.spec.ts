import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { PrepareOptions, StackRequest } from '../request';
import type { ResourceSchema } from '../schema/resource-schema';

function typeOf(type: string, more: Partial<ResourceSchema> = {}): ResourceSchema {
  return { type, description: '', supportStatus: { status: 'SUPPORTED' }, properties: {}, attributes: {}, ...more };
}

const TYPES = [
  typeOf('A::None', { anyProperties: true }),
  typeOf('A::Net', { available: false }),
  typeOf('A::Port', { available: false }),
  typeOf('A::Hidden', { supportStatus: { status: 'HIDDEN', version: '9.0.0' } }),
  typeOf('A::Odd', { supportStatus: { status: 'UNSUPPORTED', message: 'nobody tests it' } }),
  typeOf('A::Changed', {
    properties: {
      name: { type: 'String', renamedFrom: 'label' },
      label: { type: 'String', supportStatus: { status: 'HIDDEN', version: '5.0.0' } },
      size: { type: 'Integer', supportStatus: { status: 'SUPPORTED', version: '6.0.0' } },
      parts: {
        type: 'List',
        items: { type: 'Map', entries: { kind: { type: 'String', supportStatus: { status: 'DEPRECATED' } } } },
      },
      whole: { type: 'Map', entries: { kind: { type: 'String', supportStatus: { status: 'DEPRECATED' } } } },
    },
  }),
];

const OPTIONS: PrepareOptions = {
  ...fakeOptions,
  types: { find: (type) => TYPES.find((schema) => schema.type === type), names: () => TYPES.map(({ type }) => type) },
};

/** What is told of a template, with or without being asked to take what cannot be made. */
function tell(resources: string, { more, accept }: { more?: Partial<StackRequest>; accept?: boolean } = {}): string[] {
  const template = `heat_template_version: 2021-04-16\nresources:\n${resources}`;
  const options = accept === undefined ? OPTIONS : { ...OPTIONS, acceptUnavailable: accept };
  const prepared = prepareStack({ template, ...more }, options);
  const told = prepared.ok ? prepared.warnings : prepared.diagnostics;
  return [prepared.ok ? 'ok' : 'refused', ...told.map(({ path, detail, line }) => `${line ?? ''} ${path}: ${detail}`)];
}

const NET = '  net: {type: A::Net}\n';
const THREE = `${NET}  port: {type: A::Port}\n  other: {type: A::Port}\n`;

describe('a type that nothing makes', () => {
  it('is refused where it stands, with the way round', () => {
    expect(tell(NET)).toEqual([
      'refused',
      '3 /template/resources/net/type: the resource type `A::Net` is known, but cannot be made yet; to leave it out, ' +
        'map `A::Net` to `OS::Heat::None` in the environment’s `resource_registry`',
    ]);
    expect(tell(NET, { accept: false })).toEqual(tell(NET));
  });

  it('is refused with all the others at once, the first fault naming every type', () => {
    const [verdict, first, ...each] = tell(THREE);
    expect(verdict).toBe('refused');
    expect(first).toBe('2 /template/resources: these resource types cannot be made yet: `A::Net`, `A::Port`');
    expect(each.map((text) => text.slice(0, text.indexOf(':')))).toEqual([
      '3 /template/resources/net/type',
      '4 /template/resources/port/type',
      '5 /template/resources/other/type',
    ]);
  });

  it('is warned of once, at the first resource, where it is to be taken', () => {
    expect(tell(THREE, { accept: true })).toEqual([
      'ok',
      expect.stringMatching(
        /^3 \/template\/resources\/net\/type: the resource type `A::Net` is known, but cannot be made yet: a stack with it is refused, unless you map `A::Net` to/,
      ),
      expect.stringMatching(/^4 \/template\/resources\/port\/type: .*`A::Port`/),
    ]);
  });

  it('is taken where it is mapped to one that does nothing, and told by both names where another is mapped to it', () => {
    const map = (resource_registry: Record<string, string>): { more: Partial<StackRequest> } => ({
      more: { environment: { resource_registry } },
    });
    expect(tell(NET, map({ 'A::Net': 'A::None' }))).toEqual(['ok']);
    expect(tell('  mine: {type: My::Net}\n', map({ 'My::Net': 'A::Net' }))[1]).toContain(
      'the resource type `A::Net` (which `My::Net` stands for) is known, but cannot be made yet; ' +
        'to leave it out, map `My::Net`',
    );
  });

  it('is checked all the same', () => {
    expect(tell('  net: {type: A::Net, properties: {size: 1}}\n').at(1)).toContain('unknown property `size`');
  });
});

describe('what is to go away', () => {
  it.each([
    ['A::Hidden', 'the resource type `A::Hidden` is kept for old templates only since 9.0.0'],
    ['A::Odd', 'the resource type `A::Odd` is not supported: nobody tests it'],
  ])('is told of the type %s', (type, warning) => {
    expect(tell(`  r: {type: ${type}}\n`)).toEqual(['ok', `3 /template/resources/r/type: ${warning}`]);
  });

  it('is told of properties, with the name that took their place', () => {
    expect(tell('  r: {type: A::Changed, properties: {label: x, size: 1}}\n')).toEqual([
      'ok',
      '3 /template/resources/r/properties/label: ' +
        'the property `label` is kept for old templates only since 5.0.0: use `name`',
    ]);
  });

  it('is told of what stands in lists and maps, as far as the template itself says it', () => {
    const properties = '{parts: [{}, {kind: {get_param: OS::stack_name}}], whole: {kind: x}, size: {if: [true, 1, 2]}}';
    expect(tell(`  r: {type: A::Changed, properties: ${properties}}\n`)).toEqual([
      'ok',
      '3 /template/resources/r/properties/parts/1/kind: the property `kind` is deprecated',
      '3 /template/resources/r/properties/whole/kind: the property `kind` is deprecated',
    ]);
    expect(tell('  r: {type: A::Changed, properties: {name: x}}\n')).toEqual(['ok']);
  });
});
