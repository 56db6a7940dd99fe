import type { Json } from '#contracts';
import { tryYaql } from '../fixtures/try-yaql';

describe('which of two values is less', () => {
  it.each<[string, Json]>([
    ['set(1) < set(1, 2)', true],
    ['set(1) > set(1, 2)', false],
    ['set(1, 2) > set(1)', true],
    ['set(1, 2) >= set(2)', true],
    ['set(1, 2) <= set(2)', false],
    ['set(1, 2) < set(1, 3)', false],
    ['set(1, 2) < set(2, 3, 4)', false],
    ['set(1, 2) <= set(1, 3)', false],
    ['set() < set(1)', true],
    ['set() <= set()', true],
    ['set() < set()', false],
    ['set(1) < set(1)', false],
    ['set(1) <= set(1)', true],
    ['set(1) >= set(1)', true],
    ['{a => 1}.keys() < set(a, b)', true],
    ['null < 1', true],
    ['null <= 1', true],
    ['null > 1', false],
    ['null >= 1', false],
    ['1 < null', false],
    ['1 <= null', false],
    ['1 > null', true],
    ['1 >= null', true],
    ['null < null', false],
    ['null <= null', true],
    ['null > null', false],
    ['null >= null', true],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });
});
