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

  it('does not read a text that can’t hold any', () => {
    const text = '{"resources": {"a": {}}}';
    expect(maskTemplate(text)).toBe(text);
  });
});
