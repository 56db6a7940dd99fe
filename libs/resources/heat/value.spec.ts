import type { Json } from '#contracts';
import { makeStep } from '../contract/run-step';
import { value } from './value';

async function hold(given: Json, type?: string): Promise<Json | undefined> {
  const answer = await value.create(
    makeStep({ properties: { value: given, ...(type === undefined ? {} : { type }) } }),
  );
  return answer.outcome === 'done' ? answer.attributes['value'] : undefined;
}

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
  ])('holds %j as %s: %j', async (given, type, expected) => {
    expect(await hold(given, type)).toEqual(expected);
  });

  it.each<[Json, string]>([
    ['three', 'number'],
    ['0x10', 'number'],
    ['', 'number'],
    ['yes', 'boolean'],
    [1, 'boolean'],
    ['a,b', 'comma_delimited_list'],
    [['a'], 'json'],
    [{ a: 1 }, 'string'],
  ])('refuses %j as %s', async (given, type) => {
    await expect(hold(given, type)).rejects.toThrow(`must be of type ${type}`);
  });

  it('is named after stack and resource', async () => {
    const answer = await value.create(makeStep({ properties: { value: 1 }, stackName: 'shop', resourceName: 'one' }));
    expect(answer).toMatchObject({
      outcome: 'done',
      physicalId: expect.stringMatching(/^shop-one-[0-9a-z]{12}$/) as string,
    });
  });
});
