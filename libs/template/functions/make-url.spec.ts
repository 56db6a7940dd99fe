import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';
import { floatNumber } from '../numbers/written-number';

describe('make_url', () => {
  it.each<[ExactJson, ExactJson]>([
    [{ scheme: 'http', host: 'example.org', port: 8080, path: '/v1' }, 'http://example.org:8080/v1'],
    [{ scheme: 'https', host: '::1', port: '443' }, 'https://[::1]:443'],
    [{ scheme: 'https', host: '[::1]' }, 'https://[::1]'],
    [{ scheme: 'http', username: 'a@b', password: 'x/y:', host: 'h' }, 'http://a%40b:x%2Fy%3A@h'],
    [{ scheme: 'http', password: 'p', host: 'h' }, 'http://:p@h'],
    [{ scheme: 'http', username: 'u', host: 'h' }, 'http://u@h'],
    [{ scheme: 'http', username: 'u', password: '', host: 'h' }, 'http://u@h'],
    [{ scheme: 'http', username: '', password: '', host: 'h' }, 'http://h'],
    [{ scheme: 'http', host: 'a[::1]' }, 'http://[a%5B::1%5D]'],
    [{ scheme: 'http', host: '[::1]b' }, 'http://[%5B::1%5Db]'],
    [{ scheme: 'http', host: 'h', port: 1 }, 'http://h:1'],
    [{ scheme: 'http', host: 'h', port: 80.5 }, 'http://h:80.5'],
    [{ scheme: 'http', host: 'h', port: floatNumber(80) }, 'http://h:80.0'],
    [{ scheme: 'http', host: 'h', port: 65535.5 }, 'http://h:65535.5'],
    [{ scheme: 'http', host: 'h', port: 65535 }, 'http://h:65535'],
    [{ scheme: 'http', path: '//a/b' }, 'http://a/b'],
    [{ scheme: 'http', path: 'a//' }, 'http:///a//'],
    [{ scheme: 'http', host: 'h', path: '//a/b' }, 'http://h//a/b'],
    [{ scheme: 'http', host: 'h', fragment: '/a/b' }, 'http://h#/a/b'],
    [{ scheme: 'http', host: 'h', query: { 'a b c': '/d/e' } }, 'http://h?a+b+c=/d/e'],
    [{ scheme: 'http', host: 'h', path: 'a b' }, 'http://h/a%20b'],
    [
      { scheme: 'http', host: 'h', query: { 'a b': 'c/d', n: null, t: true, f: floatNumber(1) } },
      'http://h?a+b=c/d&n=None&t=True&f=1.0',
    ],
    [{ scheme: 'http', host: 'h', query: {}, fragment: 'é ü' }, 'http://h#%C3%A9%20%C3%BC'],
    [
      { scheme: 'http', host: 'h', path: "/a~b!*'();:@&=+$,?#[]%20" },
      'http://h/a~b%21%2A%27%28%29%3B%3A%40%26%3D%2B%24%2C%3F%23%5B%5D%2520',
    ],
    [{ scheme: 'http', path: 'no/host' }, 'http:///no/host'],
    [{ scheme: 'mailto', path: 'a' }, 'mailto:a'],
    [{ path: '/only' }, '/only'],
    [{ host: 'h' }, '//h'],
    [{ scheme: 'http', host: '\ud800' }, 'http://%EF%BF%BD'],
    [{}, ''],
    [{ scheme: 'http', host: { get_resource: 'later' } }, null],
    [{ scheme: 'http', host: 'h', port: { get_param: 'count' } }, 'http://h:3'],
  ])('of %j is %j', (parts, url) => {
    expect(trySnippet({ make_url: parts })).toBe(url);
  });

  it.each<[ExactJson, string]>([
    [['a'], 'validate: expected a map of the parts of a URL'],
    [{ get_param: 'data' }, 'validate: expected a map of the parts of a URL'],
    [{ hots: 'h' }, 'validate: a URL has no part `hots` (did you mean `host`?)'],
    [{ port: 0 }, 'validate: expected a port from 1 to 65535, found a number'],
    [{ port: 65536 }, 'validate: expected a port from 1 to 65535, found a number'],
    [{ port: floatNumber(0) }, 'validate: expected a port from 1 to 65535, found a number'],
    [{ port: 0.9 }, 'validate: expected a port from 1 to 65535, found a number'],
    [{ port: NaN }, 'validate: expected a port from 1 to 65535, found a number'],
    [{ host: floatNumber(5) }, 'validate: expected a text, found a number'],
    [{ query: floatNumber(5) }, 'validate: expected a map, found a number'],
    [floatNumber(5), 'validate: expected a map of the parts of a URL'],
    [{ port: '80.5' }, 'validate: expected a port from 1 to 65535, found a text'],
    [{ port: true }, 'validate: expected a port from 1 to 65535, found a boolean'],
    [{ port: null }, 'validate: expected a port from 1 to 65535, found null'],
    [{ port: { a: { get_param: 'count' } } }, 'validate: expected a port from 1 to 65535, found a map'],
    [{ host: [{ get_param: 'name' }] }, 'validate: expected a text, found a map'],
    [{ host: { get_param: 'count' } }, 'resolve: expected a text, found a number'],
    [{ query: { get_param: 'list' } }, 'resolve: expected a map, found a list'],
    [{ port: 'x' }, 'validate: expected a port from 1 to 65535, found a text'],
    [{ host: null }, 'validate: expected a text, found null'],
    [{ query: 'a=b' }, 'validate: expected a map, found a text'],
    [{ port: { get_param: 'name' } }, 'resolve: expected a port from 1 to 65535, found a text'],
    [{ scheme: 'http:' }, 'resolve: a scheme must not contain `:`'],
  ])('says what is wrong with %j', (parts, fault) => {
    expect(trySnippet({ make_url: parts })).toBe(fault);
  });
});
