import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';

const ROOT = join(__dirname, '../..');

/** The validators run apart: the one is an ES module, which jest can't load, the other is slow to load. */
function validate(script: string, file: string): unknown {
  const args = ['--input-type=module', '--eval', script, join(ROOT, 'docs', file)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }));
}

const OPENAPI = `
  import { Validator } from '@seriousme/openapi-schema-validator';
  const { valid, errors = [] } = await new Validator().validate(process.argv[1]);
  console.log(JSON.stringify({ valid, errors }));
`;

const ASYNCAPI = `
  import { readFileSync } from 'node:fs';
  import parsers from '@asyncapi/parser';
  const { document, diagnostics } = await new parsers.Parser().parse(readFileSync(process.argv[1], 'utf8'));
  const errors = diagnostics.filter(({ severity }) => severity <= 1);
  console.log(JSON.stringify({ valid: document !== undefined, errors }));
`;

describe('the documents', () => {
  it.each(documents())('$file is what the code says (`npm run docs` writes it anew)', ({ file, text }) => {
    expect(readFileSync(join(ROOT, 'docs', file), 'utf8')).toBe(text);
  });

  it('the types of libs/client are made from it (`npm run docs` makes them anew)', () => {
    const made = execFileSync(process.execPath, [join(ROOT, 'scripts/client-types.mjs')], { encoding: 'utf8' });
    expect(readFileSync(join(ROOT, 'libs/client/generated/api.ts'), 'utf8')).toBe(made);
  });

  it('openapi.json is valid OpenAPI 3.1', () => {
    expect(validate(OPENAPI, 'openapi.json')).toEqual({ valid: true, errors: [] });
  });

  it('asyncapi.json is valid AsyncAPI 3.0', () => {
    expect(validate(ASYNCAPI, 'asyncapi.json')).toEqual({ valid: true, errors: [] });
  });
});
