import { exactJsonText } from '#template';
import { findNul, readJson } from './read-json';

function detailOf(text: string | Uint8Array): string {
  const verdict = readJson(typeof text === 'string' ? Buffer.from(text) : text);
  return verdict.ok ? 'ok' : verdict.problem.detail;
}

describe('readJson', () => {
  it('reads what is right', () => {
    expect(readJson(Buffer.from('{"a": [1, "x\\"]}", null]}'))).toEqual({ ok: true, value: { a: [1, 'x"]}', null] } });
  });

  it.each([
    ['nothing', '', 'the body is empty'],
    ['a body that is cut short', '{"a": [1', 'cut short'],
    ['a string that is cut short', '{"a": "x', 'cut short'],
    ['a stray character', '{"a":\n  x}', 'unexpected "x"'],
    ['a missing comma', '{"a": 1\n "b"}', 'line 2, column 2'],
    ['a second value', '{} {}', 'line 1, column 4'],
    ['NaN', '{"a": NaN}', 'not valid JSON'],
  ])('refuses %s', (_what, text, detail) => {
    expect(detailOf(text)).toContain(detail);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(detailOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toContain('UTF-8');
  });

  it('takes 200 levels and no more, without counting brackets inside of strings', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(detailOf(nested(200))).toBe('ok');
    expect(detailOf(nested(201))).toContain('more than 200 deep');
    expect(detailOf(JSON.stringify(['['.repeat(1_000), '\\"[', 'x\\']))).toBe('ok');
  });

  it('is not harmed by hundreds of thousands of levels', () => {
    expect(detailOf('['.repeat(500_000))).toContain('more than 200 deep');
  });

  it('names where U+0000 stands, in a value or in a name', () => {
    expect(readJson(Buffer.from('{"a/b": ["\\u0000"]}'))).toMatchObject({
      ok: false,
      problem: { errors: [{ path: '/a~1b/0' }] },
    });
    expect(detailOf('{"x\\u0000": 1}')).toContain('U+0000');
    expect(detailOf('{"x": "\\\\u0000"}')).toBe('ok');
    expect(findNul({ a: ['b'] })).toBeUndefined();
    expect(detailOf('{"a": 2.0, "b": [1.0, "\\u0000"]}')).toContain('U+0000');
  });

  it('keeps numbers as they were written', () => {
    const text = '{"a":[2.0,12345678901234567890,{"b":-0.0}]}';
    const verdict = readJson(Buffer.from(text));
    expect(verdict.ok && exactJsonText(verdict.value)).toBe(text);
  });

  it('refuses an integer that is too long for a number, and says so', () => {
    expect(detailOf(`[${'1'.repeat(4300)}]`)).toBe('ok');
    expect(detailOf(`[${'1'.repeat(4301)}]`)).toBe(
      'the body cannot be read: an integer has more than the limit of 4300 digits',
    );
  });

  it('names a key that is there twice', () => {
    expect(readJson(Buffer.from('{"x": {"a": 1, "a": 2}}'))).toMatchObject({
      ok: false,
      problem: { errors: [{ path: '/x/a', detail: expect.stringContaining('"a" is there twice') as string }] },
    });
  });

  it('takes __proto__ as a key like any other', () => {
    const verdict = readJson(Buffer.from('{"__proto__": {"polluted": true}}'));
    expect(verdict.ok && Object.keys(verdict.value as object)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });
});
