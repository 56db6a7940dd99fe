import type { PageBlock } from './page-blocks';
import { differences } from './shown-answer';
import { ShownTexts } from './shown-texts';

const [A, B] = ['6a1f0c52-9b0e-4c7d-8a35-1f2e3d4c5b6a', 'd2c4e6f8-1a3b-4d5f-8b7c-9e0f1a2b3c4d'];
const [X, Y] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

const block = (language: string, text: string): PageBlock => ({ line: 1, heading: '', language, kind: 'answer', text });
const isAsShown = (language: string, shown: string, printed: string): boolean =>
  differences(block(language, shown), printed, new ShownTexts()).length === 0;

describe('an answer that a page shows', () => {
  it.each([
    ['{"a":1}', '{"a":1,"b":2}', true],
    ['{"a":1}', '{"a":2}', false],
    ['{"a":1}', '{}', false],
    ['{"a":null}', '{}', false],
    ['{"a":"1"}', '{"a":1}', false],
    ['{"a":{}}', '{"a":{}}', true],
    ['{"a":{}}', '{"a":{"b":1}}', false],
    ['{"a":{"b":1}}', '{"a":[1]}', false],
    ['[1]', '[1,2]', false],
    ['[1,2]', '[1]', false],
    ['[1,"…"]', '[1,2,3]', true],
    ['[1,"…"]', '[]', false],
    ['[{"a":1}]', '[{"a":1,"b":2}]', true],
    ['{"a":1}', 'no JSON', false],
    ['{"a":"x …"}', '{"a":"x y"}', true],
    ['{"a":"…"}', '{"a":"two\\nlines"}', true],
  ])('as the JSON %s is right about %s: %s', (shown, printed, expected) => {
    expect(isAsShown('json', shown, printed)).toBe(expected);
  });

  it.each([
    ['HTTP/1.1 202 Accepted\nETag: "1"', true],
    ['HTTP/1.1 200 OK', false],
    ['HTTP/1.1 202 Accepted\nETag: "2"', false],
    ['HTTP/1.1 202 Accepted\n\n{"a": 1}', true],
    ['HTTP/1.1 202 Accepted\n\n{"a": 2}', false],
  ])('with its head, %j, is right: %s', (shown, expected) => {
    const printed = 'HTTP/1.1 202 Accepted\r\ndate: now\r\nETag: "1"\r\n\r\n{"a":1,"b":2}';
    expect(isAsShown('http', shown, printed)).toBe(expected);
  });

  it.each([
    ['a (b)', 'a (b)\n', true],
    ['a', 'ab', false],
    ['a…', 'ab', true],
    ['a…', 'ab\nc', false],
    ['a\n…\nd', 'a\nb\nc\nd', true],
    ['2026-03-14T15:09:26.535Z', '2027-01-01T00:00:00.000Z', true],
    ['2026-03-14T15:09:26.535Z', '2027-01-01', false],
    [A, X, true],
    [A, 'x', false],
    [`${A} ${A}`, `${X} ${X}`, true],
    [`${A} ${A}`, `${X} ${Y}`, false],
    [`${A} ${B}`, `${X} ${Y}`, true],
    [`${A} ${B}`, `${X} ${X}`, false],
  ])('as the text %j is right about %j: %s', (shown, printed, expected) => {
    expect(isAsShown('text', shown, printed)).toBe(expected);
  });

  it('has the same ids as others of its page, and no others', () => {
    const texts = new ShownTexts();
    expect(texts.match(A, X)).toBe(true);
    expect(texts.match(`${A} ${B}`, `${X} ${Y}`)).toBe(true);
    expect(texts.match(A, Y)).toBe(false);
    expect(texts.match('33333333-3333-4333-8333-333333333333', X)).toBe(false);
  });

  it('is wrong in a language that nothing is known of', () => {
    expect(isAsShown('xml', '<a/>', '<a/>')).toBe(false);
  });
});
