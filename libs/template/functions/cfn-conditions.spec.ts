import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';
import type { SnippetWorld } from '../probe/probe-snippet';

const AWS = 'AWSTemplateFormatVersion.2010-09-09';
const WORLD: Partial<SnippetWorld> = {
  version: AWS,
  parameters: { Name: { schema: { Type: 'String' }, value: 'web' } },
  conditions: {
    yes: true,
    no: { 'Fn::Not': ['yes'] },
    web: { 'Fn::Equals': [{ Ref: 'Name' }, 'web'] },
    image: { 'Fn::Equals': [{ 'Fn::FindInMap': ['region', 'north', 'image'] }, 'n-1'] },
  },
};

const tryCondition = (snippet: ExactJson): ExactJson => trySnippet(snippet, { ...WORLD, isCondition: true });

describe('conditions of CloudFormation’s form', () => {
  it.each<[ExactJson, ExactJson]>([
    [{ 'Fn::Equals': [1, true] }, true],
    [{ 'Fn::Equals': ['1', 1] }, false],
    [{ 'Fn::Not': ['yes'] }, false],
    [{ 'Fn::Not': [{ 'Fn::Equals': [1, 2] }] }, true],
    [{ 'Fn::And': ['web', 'image', true] }, true],
    [{ 'Fn::And': ['web', 'no'] }, false],
    [{ 'Fn::Or': ['no', 'web'] }, true],
    [{ 'Fn::Or': ['no', false] }, false],
    [{ 'Fn::FindInMap': ['region', 'north', 'image'] }, 'n-1'],
  ])('%j is %j', (snippet, value) => {
    expect(tryCondition(snippet)).toBe(value);
  });

  it.each<[ExactJson, string]>([
    [{ 'Fn::Not': 'yes' }, 'parse: expected a list of one condition'],
    [{ 'Fn::Not': [] }, 'parse: expected a list of one condition'],
    [{ 'Fn::Not': [true, false] }, 'parse: expected a list of one condition'],
    [{ 'Fn::Not': ['yess'] }, 'resolve: expected the name of a condition or a boolean, found the text `yess`'],
    [{ 'Fn::And': ['yes'] }, 'parse: expected a list of two or more conditions'],
    [{ 'Fn::Equals': ['a'] }, 'parse: expected a list of two values'],
    [{ 'Fn::Join': ['', ['a']] }, 'parse: the function `Fn::Join` cannot be used in a condition'],
    [{ 'Fn::GetAtt': ['server', 'address'] }, 'parse: the function `Fn::GetAtt` cannot be used in a condition'],
    [{ 'Fn::If': ['yes', true, false] }, 'parse: the function `Fn::If` cannot be used in a condition'],
  ])('%j is refused', (snippet, fault) => {
    expect(tryCondition(snippet)).toContain(fault);
  });

  it('are plain maps outside of conditions', () => {
    expect(trySnippet({ 'Fn::Equals': [1, 1] }, WORLD)).toEqual({ 'Fn::Equals': [1, 1] });
  });
});

describe('Fn::If', () => {
  const tryIf = (argument: ExactJson): ExactJson => trySnippet({ 'Fn::If': argument }, WORLD);

  it('is one of two values, and does not look at the other', () => {
    expect(tryIf(['web', 'x', { Ref: 'Nope' }])).toBe('x');
    expect(tryIf(['no', { 'Fn::GetAtt': ['nope', 'x'] }, 'y'])).toBe('y');
    expect(tryIf([{ 'Fn::Equals': ['a', 'b'] }, 1, 2])).toBe(2);
    expect(tryIf([true, 1, 2])).toBe(1);
  });

  it.each<[ExactJson, string]>([
    [['web', 1], 'parse: expected a list of the form [condition, value, other value]'],
    [['web', 1, 2, 3], 'parse: expected a list of the form [condition, value, other value]'],
    ['web', 'parse: expected a list of the form [condition, value, other value]'],
    [[{ Condition: 'web' }, 1, 2], 'parse: expected the name of a condition or a boolean, found a map'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryIf(argument)).toContain(fault);
  });

  it('is a plain map in the form without conditions', () => {
    const version = 'HeatTemplateFormatVersion.2012-12-12';
    expect(trySnippet({ 'Fn::If': ['x', 1, 2] }, { version })).toEqual({ 'Fn::If': ['x', 1, 2] });
  });
});
