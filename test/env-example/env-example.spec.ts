import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from './env-example';

describe('.env.example', () => {
  it('names every variable as the code reads it (`npm run env-example` writes it anew)', () => {
    expect(readFileSync(join(__dirname, '../../.env.example'), 'utf8')).toBe(envExample());
  });
});
