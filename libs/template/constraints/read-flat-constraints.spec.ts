import type { JsonObject } from '#contracts';
import { Faults } from '../diagnostics/faults';
import { Place, pointerOf } from '../diagnostics/place';
import { readFlatConstraints } from './read-flat-constraints';

function read(parameter: JsonObject): unknown[] | string[] {
  const faults = new Faults();
  const constraints = readFlatConstraints(parameter, Place.root('p'), faults);
  if (!faults.none) return faults.list().map(({ place, detail }) => `${pointerOf(place.steps())}: ${detail}`);
  return constraints.map(({ rule, place }) => [pointerOf(place.steps()), rule]);
}

describe('the constraints among the keys of a parameter', () => {
  it('are read in Heat’s order, with numbers given as texts', () => {
    const parameter = {
      ...{
        AllowedPattern: 'a+',
        AllowedValues: ['a', 'aa'],
        MinLength: '1',
        MaxLength: 3,
        MinValue: 0.5,
        MaxValue: '9',
      },
      ...{ Type: 'String', Default: 'a' },
    };
    expect(read(parameter)).toEqual([
      ['/p/MinValue', { range: { min: 0.5, max: 9 } }],
      ['/p/MinLength', { length: { min: 1, max: 3 } }],
      ['/p/AllowedValues', { allowed_values: ['a', 'aa'] }],
      ['/p/AllowedPattern', { allowed_pattern: 'a+' }],
    ]);
  });

  it('share a description', () => {
    expect(read({ MaxValue: 5, AllowedValues: [1], ConstraintDescription: 'few' })).toEqual([
      ['/p/MaxValue', { range: { max: 5 }, description: 'few' }],
      ['/p/AllowedValues', { allowed_values: [1], description: 'few' }],
    ]);
    expect(read({ MaxLength: 5, ConstraintDescription: 5 })).toEqual([['/p/MaxLength', { length: { max: 5 } }]]);
  });

  it('may be none', () => {
    expect(read({ Type: 'String' })).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [{ MinValue: null }, '/p: expected `MinValue` or `MaxValue` or both'],
    [{ MinLength: null, MaxLength: null }, '/p: expected `MinLength` or `MaxLength` or both'],
    [{ MaxValue: 'x' }, '/p/MaxValue: expected a number, found the text `x`'],
    [{ MinLength: [1] }, '/p/MinLength: expected a number, found a list'],
    [{ MinLength: 1.5 }, '/p/MinLength: expected a whole number, found the number `1.5`'],
    [{ MaxLength: '2.5' }, '/p/MaxLength: expected a whole number'],
    [{ AllowedValues: 'a' }, '/p/AllowedValues: expected a list of allowed values, found the text `a`'],
    [{ AllowedValues: null }, '/p/AllowedValues: expected a list of allowed values, found null'],
    [{ AllowedPattern: 5 }, '/p/AllowedPattern: expected a regular expression, found the number `5`'],
    [{ AllowedPattern: '[' }, '/p/AllowedPattern: the regular expression `[` cannot be used'],
  ])('%j is refused', (parameter, fault) => {
    expect(read(parameter)[0]).toContain(fault);
  });
});
