import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('parts of texts replaced', () => {
  it.each<[string, Json]>([
    ['"aXbXc".replace(X, "-", 0)', 'aXbXc'],
    ['"aXbXc".replace(X, "-", 1)', 'a-bXc'],
    ['"aXbXc".replace(X, "-", 2)', 'a-b-c'],
    ['"aXbXc".replace(X, "-", 3)', 'a-b-c'],
    ['"aXbXc".replace(X, "-", -1)', 'a-b-c'],
    ['"abc".replace("", "-")', '-a-b-c-'],
    ['"abc".replace("", "-", 1)', '-abc'],
    ['"abc".replace("", "-", 3)', '-a-b-c'],
    ['"abc".replace("", "-", 4)', '-a-b-c-'],
    ['"abc".replace("", "-", 5)', '-a-b-c-'],
    ['"é😀".replace("", "-")', '-é-😀-'],
    ['"é😀".replace("", "-", 2)', '-é-😀'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });
});
