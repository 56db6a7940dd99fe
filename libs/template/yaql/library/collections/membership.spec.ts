import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('whether a collection has a value', () => {
  it.each<[string, Json]>([
    ['a in {a => 1}.keys()', true],
    ['b in {a => 1}.keys()', false],
    ['1 in {a => 1}.values()', true],
    ['2 in {a => 1}.values()', false],
    ['[a, 1] in {a => 1}.items()', true],
    ['[a, 2] in {a => 1}.items()', false],
    ['[b, 1] in {a => 1}.items()', false],
    ['{a => 1}.items().contains([a, 1])', true],
    ['[a, 1] in {a => 1}.set(b, 2).items()', true],
    ['[a, 1] in {a => 1}.delete(b).items()', true],
    ['[1] in {a => 1}.keys()', false],
    ['[1].insert(0, 2) in {a => 1}.values()', false],
    ['[1].insert(0, 2) in [1]', false],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[a] in {a => 1}.items()', 'only a key with its value can be among the items of a map'],
    ['[] in {a => 1}.items()', 'only a key with its value can be among the items of a map'],
    ['[a, 1, 2] in {a => 1}.items()', 'only a key with its value can be among the items of a map'],
    ['1 in {a => 1}.items()', 'an integer cannot be gone through'],
    ['[1].insert(0, 2) in {a => 1}.keys()', 'a list cannot be a key, or be in a set'],
    ['[1].insert(0, 2) in set(1)', 'a list cannot be a key, or be in a set'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});
