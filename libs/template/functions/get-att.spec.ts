import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';

const tryGetAtt = (argument: ExactJson): ExactJson =>
  trySnippet({ 'Fn::GetAtt': argument }, { version: 'HeatTemplateFormatVersion.2012-12-12' });

describe('Fn::GetAtt', () => {
  it('is an attribute of a resource, which may not be known yet', () => {
    expect(tryGetAtt(['server', 'address'])).toBe('10.0.0.1');
    expect(tryGetAtt(['server', 'ports'])).toEqual([80, { name: 'https' }]);
    expect(tryGetAtt(['later', 'address'])).toBeNull();
    expect(tryGetAtt(['server', { 'Fn::Select': ['0', ['address']] }])).toBe('10.0.0.1');
  });

  it('takes whatever Python unpacks into two', () => {
    expect(tryGetAtt({ server: 1, address: 2 })).toBe('10.0.0.1');
    expect(tryGetAtt('ab')).toBe('validate: there is no resource `a`');
  });

  it.each<[ExactJson, string]>([
    [['server'], 'parse: expected a list of the form [resource, attribute]'],
    [[], 'parse: expected a list of the form [resource, attribute]'],
    [['server', 'ports', 0], 'parse: expected a list of the form [resource, attribute]'],
    ['server.address', 'parse: expected a list of the form [resource, attribute]'],
    [{ server: 1 }, 'parse: expected a list of the form [resource, attribute]'],
    [null, 'parse: expected a list of the form [resource, attribute]'],
    [{ Ref: 'x' }, 'parse: expected a list of the form [resource, attribute]'],
    [['servr', 'address'], 'validate: there is no resource `servr` (did you mean `server`?)'],
    [['server', 'adress'], 'validate: the resource `server` has no attribute `adress` (did you mean `address`?)'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryGetAtt(argument)).toBe(fault);
  });
});
