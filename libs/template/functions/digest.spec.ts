import type { Json } from '#contracts';
import { fakeOptions } from '../fixtures/fake-types';
import { trySnippet } from '../fixtures/try-snippet';
import { prepareStack } from '../prepare-stack';

describe('digest', () => {
  it.each<[Json, string]>([
    [['md5', ''], 'd41d8cd98f00b204e9800998ecf8427e'],
    [['sha1', 'abc'], 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [['SHA1', 'abc'], 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [['sm3', 'abc'], '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    [['sha256', 'é'], 'de2e331d891ae267a7009cb45b4e8830f170e0c937288ea2731a1941c7a53b0d'],
    [['sha256', 'ÿ'], 'a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89'],
    [['md5', { get_param: 'name' }], '2567a5ec9705eb7ac2c984033e06189d'],
    [{ get_param: 'pair' }, 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ])('of %j is %s', (argument, digest) => {
    const parameters = {
      name: { schema: { type: 'string' }, value: 'web' },
      pair: { schema: { type: 'comma_delimited_list' }, value: 'sha1,abc' },
    };
    expect(trySnippet({ digest: argument }, { parameters })).toBe(digest);
  });

  it.each<[Json, string]>([
    [['md5'], 'expected two texts in the form [algorithm, text], found a list'],
    [['md5', 'a', 'b'], 'expected two texts in the form [algorithm, text], found a list'],
    [[5, 'a'], 'expected two texts in the form [algorithm, text], found a list'],
    [['md5', 5], 'expected two texts in the form [algorithm, text], found a list'],
    ['md5', 'expected two texts in the form [algorithm, text], found a text'],
    [null, 'expected two texts in the form [algorithm, text], found null'],
    [{ md5: 'a' }, 'expected two texts in the form [algorithm, text], found a map'],
    [['sha265', 'a'], '`sm3`, found `sha265` (did you mean `sha256`?)'],
    [['SHA3_256', 'a'], 'found `SHA3_256` (did you mean `sha3_256`?)'],
    [['shake_128', 'a'], 'found `shake_128`'],
    [['md5', 'Ā'], 'expected a text of Latin-1, which ends with the character `ÿ`'],
    [['md5', 'a\ud83d\ude00'], 'expected a text of Latin-1'],
  ])('says what is wrong with %j when it is resolved', (argument, fault) => {
    const said = trySnippet({ digest: argument });
    expect(said).toMatch(/^resolve: /);
    expect(said).toContain(fault);
  });

  it.each<[Json, string]>([
    [['sha', 'a'], '/template/resources/a/properties/value/digest/0'],
    [['md5', 'Ā'], '/template/resources/a/properties/value/digest/1'],
    [['md5'], '/template/resources/a/properties/value/digest'],
  ])('points at what is wrong with %j', (argument, path) => {
    const resources = { a: { type: 'Fake::Value', properties: { value: { digest: argument } } } };
    const outcome = prepareStack({ template: { heat_template_version: 'rocky', resources } }, fakeOptions);
    expect(outcome).toMatchObject({ ok: false, diagnostics: [{ path }] });
  });

  it('is not known where the text is not', () => {
    expect(trySnippet({ digest: ['md5', { get_resource: 'later' }] })).toBeNull();
    expect(trySnippet({ digest: ['nope', { get_resource: 'later' }] })).toBeNull();
  });

  it('is a plain map before 2015-04-30', () => {
    expect(trySnippet({ digest: ['md5', ''] }, { version: '2014-10-16' })).toEqual({ digest: ['md5', ''] });
    expect(trySnippet({ digest: ['md5', ''] }, { version: '2015-04-30' })).toBe('d41d8cd98f00b204e9800998ecf8427e');
  });
});
