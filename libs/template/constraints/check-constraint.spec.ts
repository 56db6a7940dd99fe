import type { ExactJson } from '../json';
import { parseExactJson } from '../reader/parse-exact-json';
import type { Constraint } from '../schema/constraint';
import { checkConstraint } from './check-constraint';

const exact = parseExactJson;

const check = (constraint: Constraint, value: ExactJson, reveal = true): string | undefined =>
  checkConstraint(constraint, value, { reveal, convert: (allowed) => allowed });

describe('a constraint', () => {
  it.each<[Constraint, ExactJson]>([
    [{ length: { min: 2, max: 2 } }, '😀😀'],
    [{ length: { min: 1 } }, [1]],
    [{ length: { max: 1 } }, { a: 1 }],
    [{ range: { min: 1, max: 3 } }, 3],
    [{ range: { min: 1 } }, '7'],
    [{ range: { max: 1.5 } }, true],
    [{ range: { min: 1, max: 2 } }, exact('2.0')],
    [exact('{"range": {"max": 12345678901234567890}}') as Constraint, exact('12345678901234567890')],
    [exact('{"range": {"min": 1.0}}') as Constraint, 1],
    [{ range: { min: 0, max: 10 } }, exact('-0.0')],
    [{ range: { min: 1, max: 3 } }, NaN],
    [{ modulo: { step: 3, offset: 1 } }, -2],
    [{ modulo: { step: 3, offset: 1 } }, exact('7.0')],
    [{ modulo: { step: 10, offset: 1 } }, exact('12345678901234567891')],
    [{ modulo: { step: 10, offset: 1 } }, '12345678901234567891'],
    [{ modulo: { step: -3, offset: -1 } }, 2],
    [{ allowed_values: ['a', 1] }, 'a'],
    [{ allowed_values: ['a', 1] }, exact('1.0')],
    [{ allowed_values: [exact('1.0')] }, 1],
    [{ allowed_values: ['a', 'b'] }, ['b', 'a']],
    [{ allowed_values: [[1]] }, []],
    [{ allowed_pattern: '[a-z]+' }, 'abc'],
    [{ allowed_pattern: '(?=.*[0-9]).*' }, 'abc1'],
    [{ custom_constraint: 'nova.flavor' }, 'anything'],
    [{ custom_constraint: 'ip_addr' }, '::1'],
  ])('%j takes %j', (constraint, value) => {
    expect(check(constraint, value)).toBeUndefined();
  });

  it.each<[Constraint, ExactJson, string]>([
    [{ length: { min: 2, max: 4 } }, 'a', 'expected a length from 2 to 4, found a length of 1'],
    [{ length: { max: 1 } }, 5, 'expected something that has a length: a text, list or map, found the number `5`'],
    [{ range: { min: 1 } }, 0, 'expected a number of at least 1, found the number `0`'],
    [{ range: { max: 1 } }, [0], 'expected a number of at most 1, found a list'],
    [{ modulo: { step: 2, offset: 1 } }, [1], 'expected a multiple of 2 with an offset of 1, found a list'],
    [{ range: { max: 1 } }, 'x', 'expected a number of at most 1, found the text `x`'],
    [
      exact('{"range": {"max": 12345678901234567890}}') as Constraint,
      exact('12345678901234567891'),
      'expected a number of at most 12345678901234567890, found the number `12345678901234567891`',
    ],
    [
      exact('{"range": {"min": 1.0, "max": 2.0}}') as Constraint,
      exact('0.0'),
      'expected a number from 1.0 to 2.0, found the number `0.0`',
    ],
    [
      exact('{"range": {"min": 9007199254740993}}') as Constraint,
      exact('9007199254740992.0'),
      'expected a number of at least 9007199254740993, found the number `9007199254740992.0`',
    ],
    [{ allowed_values: [exact('1.0'), 2] }, 3, 'expected `1.0` or `2`, found the number `3`'],
    [
      { modulo: { step: 10, offset: 1 } },
      exact('12345678901234567892'),
      'expected a multiple of 10 with an offset of 1, found the number `12345678901234567892`',
    ],
    [
      { length: { max: 1 } },
      exact('5.0'),
      'expected something that has a length: a text, list or map, found the number `5.0`',
    ],
    [{ modulo: { step: 2, offset: 1 } }, 4, 'expected a multiple of 2 with an offset of 1, found the number `4`'],
    [{ allowed_values: ['a', 'b'] }, ['a', 'c'], 'expected `a` or `b`, found a list'],
    [{ allowed_values: [] }, 'a', 'no value is allowed, found the text `a`'],
    [{ allowed_pattern: 'a|ab' }, 'ab', 'expected a text that matches `a|ab`, found the text `ab`'],
    [{ allowed_pattern: '[0-9]+' }, 5, 'expected a text that matches `[0-9]+`, found the number `5`'],
    [{ allowed_pattern: '(?!a).*' }, 'ab', 'expected a text that matches `(?!a).*`, found the text `ab`'],
    [
      { custom_constraint: 'ip_adr' },
      'x',
      'there is no custom constraint `ip_adr` (did you mean `ip_addr`?), found the text `x`',
    ],
  ])('%j refuses %j', (constraint, value, fault) => {
    expect(check(constraint, value)).toBe(fault);
  });

  it('is not asked about a text that would keep the process busy', () => {
    const text = 'b'.repeat(2_000_000);
    expect(check({ allowed_pattern: '(?!a)b*' }, text)).toMatch(/^expected a text of at most \d+ characters, as/);
    expect(check({ allowed_pattern: 'b*' }, text)).toBeUndefined();
  });

  it.each<[Constraint]>([
    [{ allowed_values: Array.from({ length: 2000 }, (_, index) => `value-${index}`) }],
    [{ allowed_values: ['a'.repeat(5000)] }],
    [{ allowed_pattern: 'a'.repeat(5000) }],
    [{ allowed_pattern: `(?!${'a'.repeat(5000)})b` }],
    [{ allowed_pattern: `${'a'.repeat(5000)}(` }],
    [{ custom_constraint: 'a'.repeat(5000) }],
    [{ range: { min: 1 }, description: 'a'.repeat(5000) }],
  ])('is not told at length', (constraint) => {
    expect((check(constraint, '') ?? '').length).toBeLessThan(2200);
    expect(check(constraint, '')).toContain('…');
  });

  it('compares only so many items with so many values that are allowed', () => {
    const many = Array.from({ length: 2300 }, (_, index) => `v${index}`);
    expect(check({ allowed_values: many.slice(0, 2000) }, many.slice(0, 2000))).toBeUndefined();
    expect(check({ allowed_values: many }, many)).toContain('expected at most 2173 items, as 2300 values are allowed');
  });

  it('is not asked of a text for which its pattern would take too long', () => {
    const slow = `(?:${Array.from({ length: 500 }, (_, index) => `(?:ab?)*a{0,2}${index}`).join('|')})z`;
    expect(check({ allowed_pattern: slow }, 'a'.repeat(1000))).toContain('expected a text that matches');
    expect(check({ allowed_pattern: slow }, 'a'.repeat(100_000))).toMatch(
      /^expected a text of at most \d{4} characters, as `.*` takes too long for more/,
    );
  });

  it('says its author’s words first, and nothing of a secret', () => {
    const constraint = { range: { min: 5 }, description: 'high enough' };
    expect(check(constraint, 3)).toBe('high enough (expected a number of at least 5, found the number `3`)');
    expect(check(constraint, 3, false)).toBe('high enough (expected a number of at least 5)');
    expect(check({ length: { max: 1 } }, 'secret', false)).toBe('expected a length of at most 1');
  });
});
