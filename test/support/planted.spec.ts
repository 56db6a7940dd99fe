import { Planted, findingsOf } from './planted';

const planted = new Planted('secret');
const { text } = planted;

describe('a planted text', () => {
  it.each([
    ['as it is', text],
    ['in JSON', JSON.stringify({ a: { b: text } })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify([text]))],
    ['in a URL', `https://host/path?password=${encodeURIComponent(text)}`],
    ['in a form', new URLSearchParams({ password: text }).toString()],
    ['in base64', Buffer.from(text).toString('base64')],
    ['in base64 behind others', Buffer.from(`user:${text}`).toString('base64')],
    ['in base64 behind and before others', Buffer.from(`user1:${text} and more`).toString('base64')],
    ['in base64 for URLs', Buffer.from(`{"a": "${text}"}`).toString('base64url')],
    ['in hexadecimal', Buffer.from(text).toString('hex')],
    ['in capital hexadecimal', Buffer.from(text).toString('hex').toUpperCase()],
    ['cut short', text.slice(0, -10)],
    ['without its beginning', text.slice(-17)],
  ])('is found %s', (_, shown) => {
    expect(planted.isIn(`before ${shown} behind`)).toBe(true);
  });

  it('is not found where another is', () => {
    const other = new Planted('other');
    const shown = [other.text, Buffer.from(other.text).toString('base64'), Buffer.from(other.text).toString('hex'), ''];
    for (const each of shown) expect(planted.isIn(each)).toBe(false);
  });

  it('is named with the places where it is', () => {
    const shown = [
      { where: 'here', text: 'nothing' },
      { where: 'there', text },
    ];
    expect(findingsOf([new Planted('other'), planted], shown)).toEqual(['secret in there']);
  });
});
