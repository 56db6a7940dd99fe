import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesPage } from './differences-page';
import { explainedIds } from './known-differences';

describe('the page on differences from Heat', () => {
  const page = readFileSync(join(__dirname, '../../docs/heat-differences.md'), 'utf8');

  it('has every difference that is known, and no other', () => {
    expect(page).toBe(differencesPage());
  });

  it('names every case', () => {
    const missing = explainedIds().filter((id) => !page.includes(`\`${id.split('/').at(-1) ?? ''}\``));
    expect(missing).toEqual([]);
  });
});
