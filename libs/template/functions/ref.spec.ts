import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';
import type { SnippetWorld } from '../probe/probe-snippet';

const AWS = 'AWSTemplateFormatVersion.2010-09-09';
const WORLD: Partial<SnippetWorld> = {
  version: AWS,
  parameters: {
    Name: { schema: { Type: 'String' }, value: 'web' },
    server: { schema: { Type: 'String' }, value: 'shadowed' },
    Which: { schema: { Type: 'String' }, value: 'Name' },
    None: { schema: { Type: 'String' } },
  },
};

const tryRef = (argument: ExactJson, world: Partial<SnippetWorld> = {}): ExactJson =>
  trySnippet({ Ref: argument }, { ...WORLD, ...world });

describe('Ref', () => {
  it('is the reference of a resource, or else the value of a parameter', () => {
    expect(tryRef('server')).toBe('id-server');
    expect(tryRef('Name')).toBe('web');
    expect(tryRef('AWS::StackName')).toBe('teststack');
  });

  it('is not known of a resource that is not there yet', () => {
    expect(tryRef('later')).toBeNull();
  });

  it('is in HOT 2013-05-23 too', () => {
    expect(trySnippet({ Ref: 'name' }, { version: '2013-05-23' })).toBe('web');
    expect(trySnippet({ Ref: 'name' }, { version: '2014-10-16' })).toContain('2013-05-23 was the last to have it');
  });

  it.each<[ExactJson, string]>([
    ['Nam', 'resolve: there is no parameter or resource `Nam` (did you mean `Name`?)'],
    ['servr', 'resolve: there is no parameter or resource `servr` (did you mean `server`?)'],
    ['OS::stack_name', 'resolve: there is no parameter or resource `OS::stack_name`'],
    ['AWS::AccountId', 'resolve: there is no parameter or resource `AWS::AccountId`'],
    ['gone', 'resolve: there is no resource `gone`'],
    [5, 'resolve: expected the name of a parameter, found a number'],
    [null, 'resolve: expected the name of a parameter, found null'],
    [['Name'], 'parse: expected a name'],
    [{ a: 1 }, 'parse: expected a name'],
    [{ Ref: 'Which' }, 'parse: expected a name'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryRef(argument)).toContain(fault);
  });

  it('means parameters only in conditions, where a function may make the name', () => {
    const isCondition = true;
    expect(tryRef('Name', { isCondition })).toBe('web');
    expect(tryRef({ Ref: 'Which' }, { isCondition })).toBe('web');
    expect(tryRef('later', { isCondition })).toBe('resolve: there is no parameter `later`');
  });
});
