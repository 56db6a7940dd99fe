import { Links } from './links';

describe('Links', () => {
  const links = new Links('https://kiln.example');

  it('begin with the base', () => {
    expect(links.link('self', '/v2/stacks/1')).toEqual({ rel: 'self', href: 'https://kiln.example/v2/stacks/1' });
  });

  it('keep everything that was asked for in the next page’s, with the new marker', () => {
    expect(links.next('/v2/stacks?name=a&name=b%26c&marker=old', 'new one')).toEqual([
      { rel: 'next', href: 'https://kiln.example/v2/stacks?name=a&name=b%26c&marker=new+one' },
    ]);
  });

  it('have no next page after the last', () => {
    expect(links.next('/v2/stacks', undefined)).toEqual([]);
  });
});
