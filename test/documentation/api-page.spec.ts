import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLaterTable } from './later-table';

const PAGE = readFileSync(join(__dirname, '../../docs/api.md'), 'utf8');

describe('the page on the API', () => {
  it('lists what answers 501 (`npm run docs` writes it anew)', () => {
    expect(PAGE).toBe(withLaterTable(PAGE));
  });
});
