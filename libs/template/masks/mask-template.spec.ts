import { maskTemplate } from './mask-template';

const mask = (template: object): unknown => JSON.parse(maskTemplate(JSON.stringify(template)));

describe('maskTemplate', () => {
  it('masks the defaults of hidden parameters, in HOT and CFN', () => {
    expect(mask({ parameters: { a: { hidden: true, default: 'x' }, b: { default: 'y' } } })).toEqual({
      parameters: { a: { hidden: true, default: '******' }, b: { default: 'y' } },
    });
    expect(mask({ Parameters: { a: { NoEcho: 'true', Default: 'x' } } })).toEqual({
      Parameters: { a: { NoEcho: 'true', Default: '******' } },
    });
  });

  it('leaves what is not hidden, and invents no default', () => {
    const template = { parameters: { a: { hidden: 'False', default: 'x' }, b: { hidden: true } } };
    expect(mask(template)).toEqual(template);
  });

  it('keeps numbers as they were written', () => {
    const text = '{"parameters":{"a":{"default":12345678901234567890},"b":{"hidden":true,"default":2.0}},"x":[2.0]}';
    expect(maskTemplate(text)).toBe(text.replace('"default":2.0', '"default":"******"'));
  });

  it('does not read a text that can’t hold any', () => {
    const text = '{"resources": {"a": {}}}';
    expect(maskTemplate(text)).toBe(text);
  });
});
