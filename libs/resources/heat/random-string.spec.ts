import type { JsonObject } from '#contracts';
import { makeStep } from '../contract/run-step';
import { referenceIdOf } from '../resource-type';
import { createRandomString } from './random-string';

const type = createRandomString();

async function draw(properties: JsonObject): Promise<string> {
  const answer = await type.create(makeStep({ properties }));
  if (answer.outcome !== 'done') throw new Error('not done');
  return answer.attributes['value'] as string;
}

const classes = (...names: string[]): JsonObject[] => names.map((name) => ({ class: name, min: 1 }));

/** How the resource stands in its template, which this type does not ask. */
const ALONE = { isGiven: () => false, dependsOn: () => false };

describe('OS::Heat::RandomString', () => {
  it.each([
    ['nothing given', {}, /^[A-Za-z0-9]{32}$/],
    ['a length', { length: 7, character_classes: classes('lettersdigits') }, /^[A-Za-z0-9]{7}$/],
    ['hexdigits', { length: 40, character_classes: classes('hexdigits') }, /^[0-9A-F]{40}$/],
    ['octdigits', { length: 40, character_classes: classes('octdigits') }, /^[0-7]{40}$/],
    [
      'a sequence alone',
      { length: 9, character_classes: [], character_sequences: [{ sequence: '+-', min: 1 }] },
      /^[+-]{9}$/,
    ],
    ['the old way', { length: 9, sequence: 'digits', character_classes: classes('lettersdigits') }, /^\d{9}$/],
    ['classes that are empty', { length: 9, character_classes: [] }, /^[A-Za-z0-9]{9}$/],
  ])('draws from what it is given: %s', async (_case, properties, expected) => {
    expect(await draw(properties as JsonObject)).toMatch(expected);
  });

  it('has at least as many of each as asked for', async () => {
    const value = await draw({
      length: 6,
      character_classes: [{ class: 'digits', min: 3 }],
      character_sequences: [{ sequence: '&', min: 3 }],
    });
    expect(Array.from(value).sort().join('')).toMatch(/^&&&\d\d\d$/);
  });

  it('draws another one each time', async () => {
    expect(await draw({})).not.toBe(await draw({}));
  });

  it('answers its value to get_resource, and its name before it is made', () => {
    const made = { resourceName: 'password', physicalId: 'shop-password-1' };
    expect(referenceIdOf(type, { ...made, attributes: { value: 's3cret' } })).toBe('s3cret');
    expect(referenceIdOf(type, { ...made, physicalId: null, attributes: {} })).toBe('password');
  });

  it('rejects minimums that do not fit', async () => {
    await expect(draw({ length: 2, character_classes: [{ class: 'digits', min: 3 }] })).rejects.toThrow(
      'raise `length`',
    );
  });

  it.each([
    [{ length: 2, character_classes: [{ class: 'digits', min: 3 }] }, 'asks'],
    [{ length: 3, character_classes: classes('digits'), character_sequences: [{ sequence: '+', min: 3 }] }, 'asks'],
    [{ length: 1, character_classes: classes('lettersdigits'), sequence: 'digits' }, 'fits'],
    [{ length: 3, character_classes: [{ class: 'digits', min: 3 }] }, 'fits'],
    [{ length: 2 }, 'fits'],
    [{ character_classes: [{ class: 'digits', min: 99 }] }, 'fits'],
  ])('knows before it draws whether the minimums of %j fit', (known, verdict) => {
    const faults = type.schema.check?.(known, ALONE) ?? [];
    expect(faults.map(({ property }) => property)).toEqual(verdict === 'fits' ? [] : ['length']);
  });
});
