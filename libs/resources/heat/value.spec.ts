import type { Json } from '#contracts';
import { makeStep } from '../contract/run-step';
import { value } from './value';

async function hold(given: Json, type?: string): Promise<Json | undefined> {
  const answer = await value.create(
    makeStep({ properties: { value: given, ...(type === undefined ? {} : { type }) } }),
  );
  return answer.outcome === 'done' ? answer.attributes['value'] : undefined;
}

/** How the resource stands in its template, which this type does not ask. */
const ALONE = { isGiven: () => false, dependsOn: () => false };

describe('OS::Heat::Value', () => {
  it.each<[Json, string | undefined, Json]>([
    [{ a: [1] }, undefined, { a: [1] }],
    ['3', undefined, '3'],
    ['3', 'number', 3],
    ['-1.5e3', 'number', -1500],
    [3, 'string', '3'],
    [true, 'string', 'True'],
    ['TRUE', 'boolean', true],
    ['false', 'boolean', false],
    [['a', 'b'], 'comma_delimited_list', ['a', 'b']],
    [{ a: 1 }, 'json', { a: 1 }],
    [true, 'number', 1],
    [null, 'string', ''],
    [null, 'json', {}],
    [null, undefined, null],
  ])('holds %j as %s: %j', async (given, type, expected) => {
    expect(await hold(given, type)).toEqual(expected);
  });

  const WRONG: [Json, string, string][] = [
    ['three', 'number', 'a number'],
    ['0x10', 'number', 'a number'],
    ['', 'number', 'a number'],
    ['yes', 'boolean', '`true` or `false`'],
    [1, 'boolean', '`true` or `false`'],
    ['a,b', 'comma_delimited_list', 'a list'],
    [['a'], 'json', 'a map'],
    [{ a: 1 }, 'string', 'a text'],
    [1.5, 'string', 'a text'],
  ];

  it.each(WRONG)('refuses %j as %s', async (given, type, expected) => {
    await expect(hold(given, type)).rejects.toThrow(`must be ${expected}`);
  });

  it.each(WRONG)('refuses %j as %s before anything is made, too', (given, type, expected) => {
    expect(value.schema.check?.({ value: given, type }, ALONE)).toEqual([
      { property: 'value', detail: `expected ${expected}, as \`type\` says` },
    ]);
  });

  it('finds nothing wrong before anything is made where the value is right, or not known', () => {
    expect(value.schema.check?.({ value: '3', type: 'number' }, ALONE)).toEqual([]);
    expect(value.schema.check?.({ value: [1] }, ALONE)).toEqual([]);
    expect(value.schema.check?.({ type: 'number' }, ALONE)).toEqual([]);
  });

  it('is named after stack and resource', async () => {
    const answer = await value.create(makeStep({ properties: { value: 1 }, stackName: 'shop', resourceName: 'one' }));
    expect(answer).toMatchObject({
      outcome: 'done',
      physicalId: expect.stringMatching(/^shop-one-[0-9a-z]{12}$/) as string,
    });
  });
});
