import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import type { ExactJson, ExactObject } from '../json';
import type { TypeMapping } from './find-mapping';
import { Registry } from './registry';
import type { RegistryEntry } from './registry-tree';

const PLACE = Place.root('registry');
const KNOWN = ['A', 'B', 'C', 'None', 'New::Net'];

function load(json: ExactObject, operator?: ExactObject, faults = new Faults()): Registry {
  return Registry.load(json, { placeOf: (key) => PLACE.at(key), faults, operator });
}

const isKnown = (type: string): boolean => KNOWN.includes(type);

function told(mapping: TypeMapping): string {
  switch (mapping.kind) {
    case 'unknown':
      return `unknown ${mapping.last}`;
    case 'endless':
      return 'endless';
    default:
      return `${mapping.kind} ${mapping.name}`;
  }
}

function entryOf(mapping: TypeMapping): RegistryEntry {
  if (mapping.kind !== 'template') throw new Error(`${mapping.kind} is no template`);
  return mapping.entry;
}

describe('the registry', () => {
  it.each<[ExactObject, string, string]>([
    [{}, 'A', 'type A'],
    [{}, 'My::T', 'unknown My::T'],
    [{ A: 'B' }, 'A', 'type B'],
    [{ A: 'B', B: 'C' }, 'A', 'type C'],
    [{ X: 'Y' }, 'X', 'unknown Y'],
    [{ A: 'Y' }, 'A', 'type A'],
    [{ A: 'n.yaml' }, 'A', 'template n.yaml'],
    [{ A: 'file:///x/n.template' }, 'A', 'template file:///x/n.template'],
    [{ A: 'n.yml' }, 'A', 'type A'],
    [{}, 'n.yaml', 'template n.yaml'],
    [{ 'n.yaml': 'A' }, 'n.yaml', 'template n.yaml'],
    [{ 'n.yaml': 'other.yaml' }, 'n.yaml', 'template n.yaml'],
    [{ 'Old::*': 'New::*' }, 'Old::Net', 'type New::Net'],
    [{ 'Old::*': 'New::*' }, 'Older::Net', 'unknown Older::Net'],
    [{ 'Old::*': 'None', 'Old::Net*': 'A' }, 'Old::Network', 'type None'],
    [{ 'Old::Net*': 'A', 'Old::*': 'None' }, 'Old::Network', 'type None'],
    [{ 'Old::*': 'Nobody', 'Old::Net*': 'A' }, 'Old::Network', 'type A'],
    [{ 'Old::*': 'None', 'Old::Net': 'A' }, 'Old::Net', 'type None'],
    [{ '*': 'None' }, 'A', 'type None'],
    [{ '*': 'None' }, 'None', 'type None'],
    [{ '*': 'None' }, 'n.yaml', 'type None'],
    [{ 'o*': 'None' }, 'n.yaml', 'template n.yaml'],
    [{ 'M*y': 'A' }, 'May', 'unknown May'],
    [{ 'M?': 'A' }, 'My', 'unknown My'],
    [{ 'My::*': 'n.yaml' }, 'My::T', 'unknown My::T'],
    [{ A: null }, 'A', 'type A'],
    [{ X: 'A', 'X*': null }, 'X', 'unknown X'],
    [{ 'X*': null, X: 'A' }, 'X', 'type A'],
    [{ X: 'A', Y: 'B', 'X*': null }, 'Y', 'type B'],
    [{ 'X*': 'A', X: null }, 'X', 'type A'],
    [{ 'X*': 'A', 'XY*': 'B', 'X**': null }, 'X', 'unknown X'],
    [{ 'X*': 'A', 'XY*': 'B', 'X**': null }, 'XY', 'type B'],
    [{ A: 'B', B: 'A' }, 'A', 'endless'],
    [{ A: 'A' }, 'A', 'endless'],
    [{ 'A*': 'AA*' }, 'A', 'endless'],
    [{ A: 'B', resources: { r: { A: 'C' } } }, 'A', 'type C'],
    [{ resources: { r: { A: 'B', B: 'C' } } }, 'A', 'type C'],
    [{ B: 'None', resources: { r: { A: 'B' } } }, 'A', 'type None'],
    [{ A: 'B', resources: { other: { A: 'C' } } }, 'A', 'type B'],
    [{ A: 'B', resources: { 'r*': { A: 'C' } } }, 'A', 'type B'],
    [{ resources: { r: { 'A*': 'C' } } }, 'A', 'type A'],
    [{ resources: { r: { A: 'n.yaml' } } }, 'A', 'template n.yaml'],
    [{ resources: { r: { restricted_actions: 'update' } } }, 'A', 'type A'],
    [{ resources: { r: { inner: { A: 'B' } } } }, 'A', 'type A'],
    [{ base_url: 'http://here/' }, 'A', 'type A'],
    [{ A: { B: 'C' } }, 'A', 'type A'],
  ])('%j makes of %s: %s', (json, type, mapping) => {
    expect(told(load(json).resolve(type, 'r', isKnown))).toBe(mapping);
  });

  it('looks at no resource’s entries where no resource is named', () => {
    expect(told(load({ resources: { r: { X: 'A' } } }).resolve('X', undefined, isKnown))).toBe('unknown X');
  });

  it('of the operator is weaker than the user’s', () => {
    const operator = { X: 'A', 'Y*': 'B', 'n.yaml': 'A' };
    expect(told(load({}, operator).resolve('X', 'r', isKnown))).toBe('type A');
    expect(told(load({}, operator).resolve('Yes', 'r', isKnown))).toBe('type B');
    expect(told(load({ 'X*': 'C' }, operator).resolve('X', 'r', isKnown))).toBe('type C');
    expect(told(load({ X: null }, operator).resolve('X', 'r', isKnown))).toBe('type A');
  });

  it.each<[number, string]>([
    [19, 'type A'],
    [20, 'endless'],
  ])('follows %i entries to: %s', (length, mapping) => {
    const names = Array.from({ length }, (_, at) => `X${at}`);
    const entries = names.map((name, at) => [name, names[at + 1] ?? 'A']);
    expect(told(load(Object.fromEntries(entries) as ExactObject).resolve('X0', 'r', isKnown))).toBe(mapping);
  });

  it('gives up where there are too many ways to nothing', () => {
    const levels = 'bcdefghijklmno';
    const entries = Array.from(levels).flatMap((level, at) => {
      const next = `${levels.charAt(at + 1) || 'z'}xxxx`;
      return ['*', 'x*', 'xx*', 'xxx*'].map((rest) => [`${level}${rest}`, next]);
    });
    expect(told(load(Object.fromEntries(entries) as ExactObject).resolve('bxxxx', 'r', isKnown))).toBe('endless');
    expect(told(load(Object.fromEntries(entries.slice(-12)) as ExactObject).resolve('mxxxx', 'r', isKnown))).toBe(
      'unknown zxxxx',
    );
  });

  it('says what stands behind a template', () => {
    const registry = load({ A: 'n.yaml', X: 'n.yaml', Y: 'X', resources: { r: { B: 'n.yaml' } }, B: 'm.yaml' });
    const behind = (type: string): string => {
      const entry = entryOf(registry.resolve(type, 'r', isKnown));
      return told(registry.resolveBehind(type, 'r', isKnown, entry));
    };
    expect(behind('A')).toBe('type A');
    expect(behind('X')).toBe('unknown X');
    expect(behind('B')).toBe('template m.yaml');
    expect(behind('n.yaml')).toBe('unknown n.yaml');
    const operated = load({}, { X: 'A' });
    const own = entryOf(operated.resolve('n.yaml', 'r', isKnown));
    expect(told(operated.resolveBehind('n.yaml', 'r', isKnown, own))).toBe('unknown n.yaml');
  });

  it.each<[ExactObject, string]>([
    [{ A: 5 }, 'A: expected the name of a type or template, found the number `5`'],
    [{ A: [] }, 'A: expected the name of a type or template, found a list'],
    [{ resources: [] }, 'resources: expected a map, found a list'],
    [
      { resources: { r: { A: true } } },
      'resources/r/A: expected the name of a type or template, found the boolean `true`',
    ],
    [{ hooks: 'nope' }, 'hooks: expected `pre-create`, `pre-update`'],
    [{ resources: { r: { hooks: ['pre-create', 'nope'] } } }, 'found the text `nope`'],
    [{ resources: { r: { hooks: 'PRE-CREATE' } } }, 'resources/r/hooks: expected `pre-create`'],
    [{ resources: { r: { hooks: { a: 1 } } } }, 'or a list of these, found a map'],
    [{ resources: { r: { hooks: [5] } } }, 'found the number `5`'],
    [{ resources: { r: { restricted_actions: 'delete' } } }, 'expected `update` or `replace`, found the text `delete`'],
    [{ resources: { r: { restricted_actions: '' } } }, 'expected `update` or `replace`, found the text ``'],
    [{ resources: { r: { restricted_actions: true } } }, 'or a list of these, found the boolean `true`'],
  ])('%j is refused', (json, fault) => {
    const faults = new Faults();
    load(json, undefined, faults);
    const found = faults.list().map(({ place, detail }) => `${place.steps().slice(1).join('/')}: ${detail}`);
    expect(found).toEqual([expect.stringContaining(fault)]);
  });

  it.each<[ExactObject, ExactJson]>([
    [{}, { resources: {} }],
    [{ A: null, resources: { x: {} } }, { resources: {} }],
    [{ resources: null }, { resources: {} }],
    [
      { 'n.yaml': 'A', hooks: [] },
      { 'n.yaml': 'n.yaml', hooks: [], resources: {} },
    ],
    [
      {
        A: 'B',
        'C*': 'D',
        resources: { x: { hooks: 'pre-create', A: 'n.yaml' }, y: { in: { restricted_actions: [] } } },
      },
      {
        A: 'B',
        'C*': 'D',
        resources: { x: { hooks: 'pre-create', A: 'n.yaml' }, y: { in: { restricted_actions: [] } } },
      },
    ],
  ])('%j is given back as %j, which reads the same again', (json, given) => {
    expect(load(json).toJson()).toEqual(given);
    expect(load(given as ExactObject).toJson()).toEqual(given);
  });
});

describe('an entry for a resource that is taken away', () => {
  it('leaves the resource with nothing', () => {
    expect(load({ resources: { x: { A: null } } }).toJson()).toEqual({ resources: { x: {} } });
  });
});

describe('settings of resources', () => {
  const registry = load({
    hooks: 'pre-create',
    resources: {
      exact: { hooks: 'pre-create', restricted_actions: 'update' },
      'ex*': { hooks: ['post-delete', 'pre-update'] },
      'e[xy]?ct': { restricted_actions: ['replace', 'update'] },
      none: { hooks: [], A: 'B' },
      outer: { inner: { hooks: 'pre-create' } },
    },
  });

  it('are those of all names and globs that match, in one order', () => {
    expect(registry.hooksOf('exact')).toEqual(['pre-create', 'pre-update', 'post-delete']);
    expect(registry.restrictedActionsOf('exact')).toEqual(['update', 'replace']);
    expect(registry.hooksOf('exit')).toEqual(['pre-update', 'post-delete']);
    expect(registry.restrictedActionsOf('exit')).toEqual([]);
  });

  it.each(['none', 'outer', 'inner', 'nobody'])('are none of %s', (name) => {
    expect(registry.hooksOf(name)).toEqual([]);
    expect(registry.restrictedActionsOf(name)).toEqual([]);
  });
});

describe('the registry of a nested stack', () => {
  const registry = load({
    A: 'n.yaml',
    'B*': 'None',
    resources: {
      grp: { A: 'special.yaml', hooks: 'pre-create', inner: { C: 'A', hooks: 'pre-update' } },
      'g*': { D: 'A', inner: { E: 'A' }, x: { F: 'A' } },
      other: { G: 'A' },
    },
  });

  it('has what is said of resources inside it, where the name wins over globs', () => {
    expect(registry.childOf('grp').toJson()).toEqual({
      A: 'n.yaml',
      'B*': 'None',
      resources: {
        A: 'special.yaml',
        D: 'A',
        hooks: 'pre-create',
        inner: { C: 'A', hooks: 'pre-update' },
        x: { F: 'A' },
      },
    });
    expect(registry.childOf('gxx').toJson()['resources']).toEqual({ D: 'A', inner: { E: 'A' }, x: { F: 'A' } });
    expect(registry.childOf('nobody').toJson()['resources']).toEqual({});
  });

  it('knows hooks and entries of the resources inside', () => {
    const child = registry.childOf('grp');
    expect(child.hooksOf('inner')).toEqual(['pre-update']);
    expect(child.hooksOf('hooks')).toEqual([]);
    expect(told(child.resolve('F', 'x', isKnown))).toBe('template n.yaml');
    expect(told(child.resolve('C', 'inner', isKnown))).toBe('template n.yaml');
  });

  it('reads the same when it is written and read again', () => {
    const child = registry.childOf('grp');
    expect(load(child.toJson()).toJson()).toEqual(child.toJson());
    expect(load(child.toJson()).hooksOf('inner')).toEqual(['pre-update']);
  });

  it('lacks the entry for the template that it is made of, and no other', () => {
    const entry = entryOf(registry.resolve('A', 'r', isKnown));
    const child = registry.childOf('r', entry);
    expect(told(child.resolve('A', 'inside', isKnown))).toBe('type A');
    expect(told(registry.resolve('A', 'r', isKnown))).toBe('template n.yaml');
    const special = entryOf(registry.resolve('A', 'grp', isKnown));
    expect(registry.childOf('grp', special).toJson()['resources']).not.toHaveProperty('A');
    expect(registry.childOf('grp', special).toJson()['A']).toBe('n.yaml');
  });
});
