import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import type { ExactJson } from '../json';
import { parseExactJson } from '../reader/parse-exact-json';
import type { Constraint, ConstraintKind } from '../schema/constraint';
import { readConstraints } from './read-constraint';

const exact = parseExactJson;

const KINDS = new Set<ConstraintKind>([
  'length',
  'range',
  'allowed_values',
  'allowed_pattern',
  'custom_constraint',
  'modulo',
]);

function read(json: ExactJson): Constraint[] | string[] {
  const faults = new Faults();
  const constraints = readConstraints(json, Place.root('c'), KINDS, faults);
  return faults.none ? constraints.map(({ rule }) => rule) : faults.list().map(({ detail }) => detail);
}

describe('the constraints of a parameter', () => {
  it('are read with numbers given as texts, and descriptions', () => {
    expect(
      read([
        { length: { min: '2', max: null }, description: 'd' },
        { range: { max: 1.5 } },
        { modulo: { step: 2, offset: 1 } },
        { allowed_values: [1, 'a'] },
        { allowed_pattern: '[a]' },
        { custom_constraint: 'ip_addr' },
      ]),
    ).toEqual([
      { length: { min: 2 }, description: 'd' },
      { range: { max: 1.5 } },
      { modulo: { step: 2, offset: 1 } },
      { allowed_values: [1, 'a'] },
      { allowed_pattern: '[a]' },
      { custom_constraint: 'ip_addr' },
    ]);
    expect(read(exact('[{"range": {"min": 1.0, "max": 12345678901234567890}}]'))).toEqual([
      exact('{"range": {"min": 1.0, "max": 12345678901234567890}}'),
    ]);
    expect(read(exact('[{"modulo": {"step": 3.0, "offset": "1.0"}}]'))).toEqual([{ modulo: { step: 3, offset: 1 } }]);
    expect([read(null), read([])]).toEqual([[], []]);
    expect(read([{}, { length: { min: 2 } }, {}])).toEqual([{ length: { min: 2 } }]);
  });

  it.each<[ExactJson, string]>([
    ['x', 'expected a list of constraints, found the text `x`'],
    [['x'], 'expected a map that holds a constraint'],
    [[{ description: 'd' }], 'expected one of `length`'],
    [[{ lenght: {} }], 'unknown constraint `lenght` (did you mean `length`?)'],
    [[{ length: 5 }], 'expected a map of `min` and `max`'],
    [[{ length: {} }], 'expected `min` or `max` or both'],
    [[{ length: { minimum: 1, max: 2 } }], 'unknown key `minimum`, expected `min` or `max`'],
    [[{ length: { min: 1.5 } }], 'expected a whole number, found the number `1.5`'],
    [[{ length: { max: '2.5' } }], 'expected a whole number'],
    [exact('[{"length": {"min": 1.0}}]'), 'expected a whole number, found the number `1.0`'],
    [[{ length: { max: '2.0' } }], 'expected a whole number, found the number `2.0`'],
    [[{ range: { min: 'x' } }], 'expected a number, found the text `x`'],
    [[{ range: { min: [] } }], 'expected a number, found a list'],
    [[{ modulo: 5 }], 'expected a map of `step` and `offset`'],
    [[{ modulo: { step: 2 } }], 'expected both `step` and `offset`'],
    [[{ modulo: { step: 0, offset: 0 } }], '`step` must not be 0'],
    [[{ modulo: { step: 3, offset: 3 } }], '`offset` must be smaller than `step`'],
    [[{ modulo: { step: 3, offset: -1 } }], 'both be positive or both negative'],
    [[{ modulo: { step: 1.5, offset: 0 } }], 'expected whole numbers'],
    [[{ modulo: { step: 2, offset: 0.5 } }], 'expected whole numbers'],
    [exact('[{"modulo": {"step": 0.0, "offset": 0}}]'), '`step` must not be 0'],
    [exact('[{"modulo": {"step": 1.0, "offset": 2.0}}]'), '`offset` must be smaller than `step`'],
    [exact('[{"range": 1.0}]'), 'expected a map of `min` and `max`, found the number `1.0`'],
    [[{ allowed_values: 'a' }], 'expected a list of allowed values'],
    [[{ allowed_pattern: 5 }], 'expected a regular expression'],
    [[{ allowed_pattern: '(a)\\1' }], 'cannot be used: references back'],
  ])('%j are refused', (json, fault) => {
    expect(read(json)[0]).toContain(fault);
  });

  it('do not tell a pattern that cannot be used at length', () => {
    const [fault] = read([{ allowed_pattern: `${'a'.repeat(5000)}(` }]);
    expect(fault).toMatch(/^the regular expression `a{1000}…` cannot be used: .*…$/);
  });
});
