import { Faults } from '../diagnostics/faults';
import { Place, pointerOf } from '../diagnostics/place';
import type { ExactJson } from '../json';
import { parseExactJson } from '../reader/parse-exact-json';
import type { PropertySchema } from '../schema/resource-schema';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import { convertPlainly } from './convert-property';
import { readEntries, readProperty } from './read-properties';

function read(schema: PropertySchema, value: Value): Value {
  const faults = new Faults();
  const report = (place: Place, detail: string | (() => string)): void => faults.add(place, detail);
  const found = readProperty(schema, value, Place.root('p'), { report, reveal: true });
  return faults.none ? found : faults.list().map(({ place, detail }) => `${pointerOf(place.steps())}: ${detail}`)[0]!;
}

const exact = parseExactJson;

const RENAMED: PropertySchema = {
  type: 'Map',
  entries: { now: { type: 'String', required: true, renamedFrom: 'once' }, once: { type: 'String', default: 'old' } },
};

describe('a property', () => {
  it.each<[PropertySchema, ExactJson, ExactJson]>([
    [{ type: 'String' }, 5, '5'],
    [{ type: 'String' }, true, 'True'],
    [{ type: 'String' }, exact('12345678901234567890'), '12345678901234567890'],
    [{ type: 'String' }, null, ''],
    [{ type: 'String', default: 'd' }, null, 'd'],
    [{ type: 'Integer', default: '5' }, null, 5],
    [{ type: 'List', default: {} }, null, []],
    [{ type: 'Boolean', default: true }, null, true],
    [{ type: 'Any', default: 0 }, null, 0],
    [{ type: 'Map', entries: { a: { type: 'List', default: {} } } }, {}, { a: [] }],
    [{ type: 'Integer' }, '7', 7],
    [{ type: 'Integer' }, 8.9, 8],
    [{ type: 'Integer' }, exact('8.0'), 8],
    [{ type: 'Integer' }, exact('1e20'), exact('100000000000000000000')],
    [{ type: 'Integer' }, exact('12345678901234567890'), exact('12345678901234567890')],
    [{ type: 'Integer' }, '12345678901234567890', exact('12345678901234567890')],
    [{ type: 'Integer', default: exact('0.0') }, null, 0],
    [{ type: 'Number', default: exact('2.0') }, null, exact('2.0')],
    [{ type: 'Number' }, exact('8.0'), exact('8.0')],
    [{ type: 'Number' }, '8.0', exact('8.0')],
    [{ type: 'Number' }, true, 1],
    [{ type: 'Any' }, exact('8.0'), exact('8.0')],
    [{ type: 'List', items: { type: 'Integer' } }, exact('[1.0]'), [1]],
    [{ type: 'Map', allowConversion: true }, exact('[1.0]'), '[1.0]'],
    [{ type: 'Integer' }, true, 1],
    [{ type: 'Integer' }, null, 0],
    [{ type: 'Number' }, null, 0],
    [{ type: 'Boolean' }, null, false],
    [{ type: 'Number' }, '1.5', 1.5],
    [{ type: 'Boolean' }, 'TRUE', true],
    [{ type: 'Boolean' }, 'false', false],
    [{ type: 'List' }, [1, 'a'], [1, 'a']],
    [{ type: 'List' }, null, []],
    [{ type: 'List', items: { type: 'Integer' } }, ['1', 2], [1, 2]],
    [{ type: 'Map' }, { a: 1 }, { a: 1 }],
    [{ type: 'Map', entries: { a: { type: 'Integer', default: 3 }, b: { type: 'String' } } }, {}, { a: 3 }],
    [{ type: 'Any' }, null, null],
    [{ type: 'Any' }, [{ a: null }], [{ a: null }]],
    [{ type: 'Integer', constraints: [{ allowed_values: ['1', 2] }] }, 1, 1],
    [{ type: 'List', allowConversion: true }, 'a, b', ['a', ' b']],
    [{ type: 'List', allowConversion: true }, '', []],
    [{ type: 'List', allowConversion: true, items: { type: 'Integer' } }, '1,2', [1, 2]],
    [{ type: 'Map', allowConversion: true }, '{"a"', '{"a"'],
    [{ type: 'Map', allowConversion: true }, [{ b: 1, a: [] }], '[{"a": [], "b": 1}]'],
    [{ type: 'Map', allowConversion: true }, { a: 1 }, { a: 1 }],
    [RENAMED, { now: 'x' }, { now: 'x' }],
    [RENAMED, { once: 5 }, { now: '5' }],
    [RENAMED, { now: null, once: 'x' }, { now: 'x' }],
    [RENAMED, { now: 'x', once: null }, { now: 'x' }],
  ])('%j makes of %j: %j', (schema, value, expected) => {
    expect(read(schema, value)).toEqual(expected);
  });

  it.each<[PropertySchema, ExactJson, string]>([
    [{ type: 'String' }, 1.5, '/p: expected a text, found the number `1.5`'],
    [{ type: 'String' }, ['a'], '/p: expected a text, found a list'],
    [{ type: 'String' }, exact('2.0'), '/p: expected a text, found the number `2.0`'],
    [{ type: 'Boolean' }, exact('1.0'), '/p: expected `true` or `false`, found the number `1.0`'],
    [{ type: 'List' }, exact('1.0'), '/p: expected a list, found the number `1.0`'],
    [{ type: 'Map' }, exact('1.0'), '/p: expected a map, found the number `1.0`'],
    [{ type: 'Map', allowConversion: true }, exact('1.0'), '/p: expected a map, found the number `1.0`'],
    [{ type: 'Integer' }, '2.0', '/p: expected an integer, found the text `2.0`'],
    [{ type: 'Integer' }, [1], '/p: expected an integer, found a list'],
    [{ type: 'Number' }, [1], '/p: expected a number, found a list'],
    [{ type: 'Integer' }, '1.5', '/p: expected an integer, found the text `1.5`'],
    [{ type: 'Integer' }, Infinity, '/p: expected an integer, found the number `Infinity`'],
    [{ type: 'Number' }, 'x', '/p: expected a number, found the text `x`'],
    [{ type: 'Boolean' }, 'yes', '/p: expected `true` or `false`, found the text `yes`'],
    [{ type: 'Boolean' }, 1, '/p: expected `true` or `false`, found the number `1`'],
    [{ type: 'List' }, 'a,b', '/p: expected a list, found the text `a,b`'],
    [{ type: 'Map' }, '{}', '/p: expected a map, found the text `{}`'],
    [{ type: 'List', items: { type: 'Integer' } }, [1, 'x'], '/p/1: expected an integer, found the text `x`'],
    [{ type: 'Map', entries: { a: { type: 'String' } } }, { b: 1 }, '/p/b: unknown property `b`'],
    [{ type: 'Map', entries: { a: { type: 'String', required: true } } }, {}, '/p: the property `a` is required'],
    [{ type: 'List', allowConversion: true }, { a: 1 }, '/p: expected a list, found a map'],
    [{ type: 'List', allowConversion: true }, 5, '/p: expected a list, found the number `5`'],
    [{ type: 'Map', allowConversion: true }, 5, '/p: expected a map, found the number `5`'],
    [{ type: 'String', allowConversion: true }, ['a'], '/p: expected a text, found a list'],
    [RENAMED, { once: [1] }, '/p/once: expected a text, found a list'],
    [RENAMED, {}, '/p: the property `now` is required'],
    [RENAMED, { now: 'x', once: 'x' }, '/p/once: `once` is the older name of `now`: give only one of them'],
    [
      { type: 'Map', entries: { a: { type: 'String', implemented: false } } },
      { a: 'x' },
      '/p/a: the property `a` is not implemented: leave it out',
    ],
    [
      { type: 'Integer', constraints: [{ range: { max: 5 } }] },
      '9',
      '/p: expected a number of at most 5, found the number `9`',
    ],
  ])('%j refuses %j', (schema, value, fault) => {
    expect(read(schema, value)).toBe(fault);
  });

  it('is converted for code that knows plain numbers only, too', () => {
    expect(convertPlainly({ type: 'Number' }, '2.0')).toEqual({ ok: true, value: 2 });
    expect(convertPlainly({ type: 'Integer' }, '12345678901234567890')).toEqual({
      ok: true,
      value: 12345678901234567000,
    });
    expect(convertPlainly({ type: 'Integer' }, 'x')).toEqual({ ok: false, expected: 'an integer' });
  });

  it('lets through what is not known yet, and checks what is', () => {
    const schema: PropertySchema = {
      type: 'List',
      constraints: [{ length: { max: 1 } }],
      items: { type: 'Integer' },
    };
    expect(read(schema, UNKNOWN)).toBe(UNKNOWN);
    expect(read(schema, [UNKNOWN, '2'])).toEqual([UNKNOWN, 2]);
    expect(read(schema, [UNKNOWN, 'x'])).toBe('/p/1: expected an integer, found the text `x`');
    expect(read({ type: 'Map', allowConversion: true }, [UNKNOWN])).toBe(UNKNOWN);
    expect(read(RENAMED, { once: UNKNOWN })).toEqual({ now: UNKNOWN });
    expect(read(RENAMED, { now: UNKNOWN, once: 'x' })).toEqual({ now: UNKNOWN });
    expect(read(RENAMED, { now: 'x', once: UNKNOWN })).toEqual({ now: 'x' });
  });

  it('named like what every object inherits is found only where it is given', () => {
    const report = (): void => undefined;
    const schemas = Object.fromEntries<PropertySchema>([['constructor', { type: 'String' }]]);
    const given = JSON.parse('{"__proto__": 1}') as Record<string, Value>;
    expect(Object.keys(readEntries(schemas, given, Place.root('p'), { report, reveal: true }))).toEqual([]);
  });
});
