import fc from '../support/fast-check';
import type { Json, JsonObject } from '#contracts';
import { describeVersions } from '#template';
import type { DescribedVersion } from '#template';
import { arbitraryValue } from './arbitrary-values';

/** Values of parameters, none of which names a function. */
const PARAMETERS: JsonObject = {
  text: { type: 'string', default: 'some text' },
  size: { type: 'number', default: 3 },
  list: { type: 'comma_delimited_list', default: 'a,b' },
  data: { type: 'json', default: { k: 'v', m: 'a' } },
};

const CONDITIONS: JsonObject = {
  yes: { equals: [{ get_param: 'text' }, 'some text'] },
  no: { equals: [{ get_param: 'size' }, 4] },
  both: { and: ['yes', 'no'] },
};

/** The files that go with every template. */
export const FILES = { motd: 'hello' };

const VERSIONS = describeVersions().filter(({ type }) => type === 'hot');
const NAMES = ['r0', 'r1', 'r2', 'r3'];

/**
 * Whole templates in all versions of HOT: parameters, conditions, resources that refer to those before them in
 * properties and metadata, some of them there or not by a condition, and outputs. Nearly all of them are right.
 */
export const arbitraryTemplate: fc.Arbitrary<JsonObject> = fc.constantFrom(...VERSIONS).chain(templateOf);

function templateOf({ date, functions }: DescribedVersion): fc.Arbitrary<JsonObject> {
  const hasConditions = date >= '2016-10-14';
  const conditions: Json[] = hasConditions ? ['yes', 'no', 'both', true, { not: 'no' }] : [true];
  const names = new Set(functions.map(({ name }) => name));
  const valueAfter = (count: number): fc.Arbitrary<Json> =>
    arbitraryValue({ functions: names, conditions, canOmit: date >= '2021-04-16', resources: NAMES.slice(0, count) });
  const resources = NAMES.map((_, index) => resourceOf(valueAfter(index), NAMES.slice(0, index)));
  const last = resourceOf(valueAfter(NAMES.length), NAMES);
  const sometimes = fc.tuple(last, fc.constantFrom(...conditions));
  return fc
    .record({ resources: fc.tuple(...resources), sometimes, output: valueAfter(NAMES.length) })
    .map(({ resources: made, sometimes: [resource, condition], output }) => ({
      heat_template_version: date,
      parameters: PARAMETERS,
      ...(hasConditions ? { conditions: CONDITIONS } : {}),
      resources: {
        ...Object.fromEntries(made.map((each, index): [string, Json] => [NAMES[index] ?? '', each])),
        sometimes: hasConditions ? { ...resource, condition } : resource,
      },
      outputs: { shown: { value: output } },
    }));
}

function resourceOf(value: fc.Arbitrary<Json>, before: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc
    .record({ value, metadata: fc.option(value), dependsOn: fc.subarray([...before]) })
    .map(({ value: own, metadata, dependsOn }) => ({
      type: 'OS::Heat::Value',
      properties: { value: own },
      ...(metadata === null ? {} : { metadata: { about: metadata } }),
      ...(dependsOn.length === 0 ? {} : { depends_on: dependsOn }),
    }));
}
