import { withoutCredentials } from './without-credentials';

describe('withoutCredentials', () => {
  it.each([
    ['plain', 'postgres://kiln:s3cret@db/x', 'no entry for s3cret', 'no entry for ******'],
    ['encoded in the URL, decoded in the text', 'http://kiln:a%2Fb@mq', 'bad a/b', 'bad ******'],
    ['encoded in both', 'http://kiln:a%2Fb@mq', 'bad http://kiln:a%2Fb@mq', 'bad http://kiln:******@mq'],
    [
      'not readable as a URL',
      'http://kiln:p@ss@mq:x',
      'cannot read http://kiln:p@ss@mq:x',
      'cannot read http://kiln:******@mq:x',
    ],
    ['not encoded rightly', 'http://kiln:50%@mq', 'bad 50%', 'bad ******'],
    ['without a password', 'http://mq', 'all well', 'all well'],
  ])('takes the password out: %s', (_case, url, text, expected) => {
    expect(withoutCredentials(text, url)).toBe(expected);
  });
});
