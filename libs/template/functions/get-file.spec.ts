import { trySnippet } from '../fixtures/try-snippet';

describe('get_file', () => {
  it('is the content of the file of just that name', () => {
    expect(trySnippet({ get_file: 'motd' })).toBe('hello');
    expect(trySnippet({ get_file: './motd' })).toBe('resolve: `files` has no file `./motd` (did you mean `motd`?)');
    expect(trySnippet({ get_file: ['motd'] })).toBe('resolve: expected the name of a file, found a list');
    expect(trySnippet({ get_file: { get_resource: 'later' } })).toBeNull();
  });
});
