import { unmasked, unmaskedFiles, unmaskedValues } from './unmask';

const HOT = { heat_template_version: '2018-08-31' };
const MASK = '******';

describe('unmaskedValues', () => {
  it('puts back what is kept, and leaves out what is not', () => {
    expect(unmaskedValues({ a: MASK, b: 'y', c: MASK }, { a: 's3cret', b: 'z' })).toEqual({ a: 's3cret', b: 'y' });
  });

  it('finds nothing in what every object has', () => {
    expect(unmaskedValues({ constructor: MASK }, {})).toEqual({});
  });
});

describe('unmasked', () => {
  const kept = { parameters: { a: 's3cret' }, parameter_defaults: { a: { deep: 1 } }, resource_registry: {} };

  it('puts back the values of an environment, section by section', () => {
    const given = { parameters: { a: MASK, b: 'y' }, parameter_defaults: { a: MASK } };
    expect(unmasked(given, kept)).toEqual({
      parameters: { a: 's3cret', b: 'y' },
      parameter_defaults: { a: { deep: 1 } },
    });
  });

  it('keeps a text a text', () => {
    expect(JSON.parse(unmasked(`parameters: {a: "${MASK}"}`, kept) as string)).toEqual({ parameters: { a: 's3cret' } });
  });

  it.each([
    ['HOT', { ...HOT, parameters: { a: { hidden: true, default: 's3cret' } } }, 'parameters', 'default'],
    ['CFN', { Parameters: { a: { NoEcho: true, Default: 's3cret' } } }, 'Parameters', 'Default'],
  ])('puts back the hidden defaults of a template of %s', (_, before, section, key) => {
    const masked = { [section]: { a: { description: 'new', [key]: MASK }, b: { [key]: MASK } } };
    const expected = { [section]: { a: { description: 'new', [key]: 's3cret' }, b: { [key]: MASK } } };
    expect(unmasked(masked, before)).toEqual(expected);
  });

  it('leaves what has no mask, what is no map and what was not there as it came', () => {
    const environment = { parameters: { a: 'x' } };
    expect(unmasked(environment, kept)).toBe(environment);
    expect(unmasked(`: ${MASK} [`, kept)).toBe(`: ${MASK} [`);
    expect(unmasked({ parameters: { a: MASK } }, undefined)).toEqual({ parameters: { a: MASK } });
  });
});

describe('unmaskedFiles', () => {
  it('looks at the file of the same name', () => {
    const kept = { f: 'parameters: {a: s3cret}', g: 'parameters: {a: other}' };
    const given = { f: { parameters: { a: MASK } }, h: { parameters: { a: MASK } } };
    expect(unmaskedFiles(given, kept)).toEqual({ f: { parameters: { a: 's3cret' } }, h: given.h });
  });
});
