import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson, ExactObject } from '../json';

const AWS = 'AWSTemplateFormatVersion.2010-09-09';
const MAPPINGS: ExactObject = {
  Zone: { north: { image: 'n-1', size: 5, none: null }, '7': { image: 'seven' } },
  List: { items: ['a', { b: 'c' }] },
  Text: { word: 'xyz' },
  Flat: 'ab',
};
const parameters = {
  Where: { schema: { Type: 'String' }, value: 'north' },
  Number: { schema: { Type: 'Number' }, value: 7 },
  Later: { schema: { Type: 'String' } },
};

const tryFind = (argument: ExactJson, mappings: ExactObject = MAPPINGS): ExactJson =>
  trySnippet({ 'Fn::FindInMap': argument }, { version: AWS, parameters, mappings });

describe('Fn::FindInMap', () => {
  it.each<[ExactJson, ExactJson]>([
    [['Zone', 'north', 'image'], 'n-1'],
    [['Zone', 'north', 'size'], 5],
    [['Zone', 'north', 'none'], null],
    [['Zone', { Ref: 'Where' }, 'image'], 'n-1'],
    [['Zone', { Ref: 'Number' }, 'image'], 'seven'],
    [['Zone', 7, 'image'], 'seven'],
    [['List', 'items', 1], { b: 'c' }],
    [['List', 'items', -2], 'a'],
    [['Text', 'word', 2], 'z'],
    [{ Zone: 0, north: 0, image: 0 }, 'n-1'],
  ])('%j is %j', (argument, value) => {
    expect(tryFind(argument)).toEqual(value);
  });

  it.each<[ExactJson, string]>([
    [['Zon', 'north', 'image'], 'resolve: expected the name of a mapping, found the text `Zon` (did you mean `Zone`?)'],
    [
      ['Zone', 'nort', 'image'],
      'resolve: expected a key of the mapping, found the text `nort` (did you mean `north`?)',
    ],
    [['Zone', 'north', 'img'], 'resolve: expected a key of the mapping, found the text `img`'],
    [['Zone', 'north', true], 'resolve: expected a key of the mapping, found the boolean `true`'],
    [['List', 'items', '1'], 'resolve: expected a key of the mapping, found the text `1`'],
    [['List', 'items', 2], 'resolve: expected a key of the mapping, found the number `2`'],
    [['Flat', 5, 0], 'resolve: expected a key of the mapping, found the number `5`'],
    [['Zone', 'north', 'size', 0], 'parse: expected a list of the form [mapping, key, key]'],
    [['Zone', 'north'], 'parse: expected a list of the form [mapping, key, key]'],
    [null, 'parse: expected a list of the form [mapping, key, key]'],
    [{ Ref: 'Where' }, 'parse: expected a list of the form [mapping, key, key]'],
    ['abc', 'resolve: expected the name of a mapping, found the text `a`'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryFind(argument)).toBe(fault);
  });

  it('says so where there are no mappings', () => {
    expect(tryFind(['Zone', 'north', 'image'], {})).toContain('expected the name of a mapping');
    expect(tryFind(['constructor', 'a', 'b'], {})).toContain('expected the name of a mapping');
  });

  it('is not known where a key is not', () => {
    const later = { 'Fn::GetAtt': ['later', 'address'] };
    expect(trySnippet({ 'Fn::FindInMap': ['Zone', later, 'x'] }, { version: AWS, mappings: MAPPINGS })).toBeNull();
    expect(trySnippet({ 'Fn::FindInMap': ['Nope', later, 'x'] }, { version: AWS })).toContain('name of a mapping');
  });
});
