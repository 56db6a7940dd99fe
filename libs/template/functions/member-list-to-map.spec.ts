import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';

const tryMembers = (argument: ExactJson): ExactJson =>
  trySnippet({ 'Fn::MemberListToMap': argument }, { version: '2013-05-23' });
const tryList = (list: ExactJson): ExactJson => tryMembers(['Name', 'Value', list]);

describe('Fn::MemberListToMap', () => {
  it.each<[ExactJson, ExactJson]>([
    [['.member.0.Name=a', '.member.0.Value=1', '.member.1.Name=b', '.member.1.Value=2=3'], { a: '1', b: '2=3' }],
    [['.member.0.Value=1', '.member.0.Name=a'], { a: '1' }],
    [['.member.10.Name=a', '.member.10.Value=10', '.member.9.Name=a', '.member.9.Value=9'], { a: '10' }],
    [['.member.01.Name=a', '.member.1.Value=1'], { a: '1' }],
    [['.member.0.Name=a', '.member.0.Name=b', '.member.0.Value=1'], { b: '1' }],
    [['.member.0.Name=', '.member.0.Value='], { '': '' }],
    [['.member.0.Name\nx=a', '.member.0.Value=1'], { a: '1' }],
    [['.member.0.Name=a'], {}],
    [['.member.0.Value=1'], {}],
    [['.member.x.Name=a', '.member.x.Value=1'], {}],
    [['x.member.0.Name=a', 'x.member.0.Value=1'], {}],
    [['.member.0.Named=a', '.member.0.Value=1'], {}],
    [[], {}],
    ['', {}],
    ['==', {}],
    [{ '.member.0.Name=a': 1, '.member.0.Value=1': 2 }, { a: '1' }],
  ])('of %j is %j', (list, map) => {
    expect(tryList(list)).toEqual(map);
  });

  it('reads the fields that are named', () => {
    expect(tryMembers(['Key', 'Val', ['.member.0.Key=a', '.member.0.Val=1']])).toEqual({ a: '1' });
    expect(tryMembers('ab=')).toEqual({});
    expect(tryMembers({ Name: 0, Value: 0, '=': 0 })).toEqual({});
  });

  it.each<[ExactJson, string]>([
    [['Name', 'Value', [5]], 'resolve: expected a text, found a number'],
    [['Name', 'Value', ['noequals']], 'resolve: expected a member of the form .member.0.Name=value'],
    [['Name', 'Value', 'text'], 'resolve: expected a member of the form .member.0.Name=value'],
    [['Name', 'Value', 5], 'resolve: expected a list of members, found a number'],
    [['Name', 'Value', null], 'resolve: expected a list of members, found null'],
    [[5, 'Value', []], 'parse: expected a text'],
    [['Name', null, []], 'parse: expected a text'],
    [[{ Ref: 'name' }, 'Value', []], 'parse: expected a text'],
    [['Name', 'Value'], 'parse: expected a list of the form [name of keys, name of values, list of members]'],
    [['Name', 'Value', [], []], 'parse: expected a list of the form'],
    [[], 'parse: expected a list of the form'],
    [['Name'], 'parse: expected a list of the form'],
    ['ab', 'parse: expected a list of the form'],
    [null, 'parse: expected a list of the form'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryMembers(argument)).toContain(fault);
  });

  it('is not known where a member is not', () => {
    const later = { get_resource: 'later' };
    expect(tryList(later)).toBeNull();
    expect(tryList(['.member.0.Name=a', later])).toBeNull();
  });
});
