import fc from '../../../test/support/fast-check';
import type { Json } from '#contracts';
import type { ParameterType } from '../stack';
import { joinValues } from './merge-values';

type Given = Exclude<Json, null>;

/** Maps that have a value of one kind under each name, so that they can be joined into their depths. */
const map = fc.record(
  {
    text: fc.string(),
    list: fc.array(fc.integer()),
    number: fc.integer(),
    map: fc.record({ text: fc.string(), list: fc.array(fc.string()) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Given>;

const JOINABLE: readonly (readonly [type: ParameterType, values: fc.Arbitrary<Given>])[] = [
  ['string', fc.string()],
  ['comma_delimited_list', fc.array(fc.string({ minLength: 1 }))],
  ['comma_delimited_list', fc.array(fc.string({ minLength: 1 })).map((items) => items.join(','))],
  ['json', map],
];

function join(type: ParameterType, earlier: Json | undefined, later: Given, deep: boolean): Given {
  const joined = joinValues(type, earlier, later, { deep });
  if (!joined.ok) throw new Error(joined.reason);
  return joined.value as Given;
}

describe.each(JOINABLE)('values of type %s', (type, values) => {
  it('make the same, whichever of three are joined first', () => {
    fc.assert(
      fc.property(values, values, values, fc.boolean(), (a, b, c, deep) => {
        // What is empty gives way to what comes later, so that it must not be in the middle of a text of items.
        fc.pre(b !== '');
        expect(join(type, join(type, a, b, deep), c, deep)).toEqual(join(type, a, join(type, b, c, deep), deep));
      }),
    );
  });

  it('stay what they are where there is nothing before them', () => {
    fc.assert(fc.property(values, fc.boolean(), (a, deep) => expect(join(type, undefined, a, deep)).toEqual(a)));
  });
});

describe('values of any kind', () => {
  it('are joined or refused, and never thrown at', () => {
    const types = fc.constantFrom<ParameterType>('string', 'number', 'boolean', 'json', 'comma_delimited_list');
    const json = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(types, json, json, fc.boolean(), (type, earlier, later, deep) => {
        if (later !== null) expect(() => joinValues(type, earlier, later, { deep })).not.toThrow();
      }),
    );
  });
});
