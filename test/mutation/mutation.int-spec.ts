import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isLong } from '../support/cases';
import type { MutationResult } from './mutation-check';

const ROOT = resolve(__dirname, '..', '..');
const HOUR_MS = 3_600_000;

jest.setTimeout(isLong ? HOUR_MS : 120_000);

/** What `npm run mutants` says of the project itself. */
function checkProject(...args: string[]): { status: number | null; lines: string[] } {
  const main = join(ROOT, 'dist', 'test', 'mutation', 'main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  return { status, lines: `${stdout}${stderr}`.trimEnd().split('\n') };
}

/** Fates of the mutants of another project, by what is changed. */
function checkFiles(files: Readonly<Record<string, string>>): Record<string, string> {
  const root = mkdtempSync(join(tmpdir(), 'kiln-mutants-'));
  try {
    cpSync(join(ROOT, '.swcrc'), join(root, '.swcrc'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const check = JSON.stringify(join(ROOT, 'dist', 'test', 'mutation', 'mutation-check.js'));
    const script = `require(${check}).checkMutants(${JSON.stringify(root)}, []).then((r) => console.log(JSON.stringify(r)))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    const { tried } = JSON.parse(stdout) as MutationResult;
    return Object.fromEntries(
      tried.map(({ mutant, fate }) => [`${mutant.original} → ${mutant.replacement}`, fate] as const),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const SOURCE = `export function countDown(from: number): number[] {
  const counted: number[] = [];
  for (let next = from; next >= 0; next -= 1) counted.push(next);
  return counted;
}
`;

describe('the check of mutants', () => {
  it('catches what a test notices, ends what loops for ever, and tells what is left', () => {
    const fates = checkFiles({
      'libs/template/functions/count-down.ts': SOURCE,
      'libs/template/functions/count-down.spec.ts': `import { countDown } from './count-down';
describe('countDown', () => {
  it.each([[2]])('counts from %j', (from) => expect(countDown(from)[0]).toBe(2));
});
`,
    });
    expect(fates).toEqual({
      'next >= 0 → false': 'caught',
      '>= → >': 'survived',
      '>= → <': 'caught',
      '0 → 1': 'survived',
      '-= → +=': 'caught',
      '1 → 2': 'survived',
      '1 → 0': 'caught',
      'counted.push(next); → ;': 'caught',
      'counted → undefined': 'caught',
    });
  });

  it('refuses specs that fail with nothing broken', () => {
    const spec = `it('fails', () => expect(1).toBe(2));`;
    const files = { 'libs/template/functions/a.ts': 'export const a = 1;', 'libs/template/functions/a.spec.ts': spec };
    expect(() => checkFiles(files)).toThrow('"fails" fails with nothing broken');
  });

  it('leaves at most one in ten of the language’s functions unnoticed', () => {
    const { status, lines } = isLong ? checkProject() : checkProject('--only', 'functions/map-merge.ts');
    expect({ status, lines: status === 0 ? [] : lines }).toEqual({ status: 0, lines: [] });
    expect(lines.at(-1)).toMatch(/^all +\d+ of +\d+ caught/);
  });
});
