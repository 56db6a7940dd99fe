import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';

const ROOT = join(__dirname, '../..');

/** The validator is an ES module, which jest can't load. */
const VALIDATE = `
  import { Validator } from '@seriousme/openapi-schema-validator';
  const { valid, errors = [] } = await new Validator().validate(process.argv[1]);
  console.log(JSON.stringify({ valid, errors }));
`;

function validate(file: string): unknown {
  const args = ['--input-type=module', '--eval', VALIDATE, file];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }));
}

describe('the documents', () => {
  it.each(documents())('$file is what the code says (`npm run docs` writes it anew)', ({ file, text }) => {
    expect(readFileSync(join(ROOT, 'docs', file), 'utf8')).toBe(text);
  });

  it('the types of libs/client are made from it (`npm run docs` makes them anew)', () => {
    const made = execFileSync(process.execPath, [join(ROOT, 'scripts/client-types.mjs')], { encoding: 'utf8' });
    expect(readFileSync(join(ROOT, 'libs/client/generated/api.ts'), 'utf8')).toBe(made);
  });

  it('openapi.json is valid OpenAPI 3.1', () => {
    expect(validate(join(ROOT, 'docs/openapi.json'))).toEqual({ valid: true, errors: [] });
  });
});
