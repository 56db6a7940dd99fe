import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemPath } from '../support/kiln-process';
import { missingForExamples, readExamples, runExamples } from './command-examples';
import type { ExamplesRun } from './command-examples';
import { readBlocks } from './page-blocks';

const shell = (...lines: string[]): string => ['```sh', ...lines, '```', ''].join('\n');

describe('the examples of a page', () => {
  it('are its commands, each with the answer that follows', () => {
    const page = `${shell('# no heading')}\n# Heading\n\n${shell('true')}\n\`\`\`text answer\nyes\n\`\`\`\n`;
    const read = readExamples(readBlocks(page)).map(({ commands, answer }) => [commands.heading, answer?.text]);
    expect(read).toEqual([
      ['', undefined],
      ['Heading', 'yes'],
    ]);
  });

  it.each(['```json\n{}\n```', '```json answer\n{}\n```', `${shell('true')}\`\`\`json\n{}\n\`\`\``])(
    'are all that it has in blocks: %j is refused',
    (page) => {
      expect(() => readExamples(readBlocks(page))).toThrow('neither commands nor the answer to any');
    },
  );
});

const missing = missingForExamples();

describe('running the examples of a page', () => {
  if (missing !== undefined) {
    it.skip(`is done in one shell: ${missing}`, () => undefined);
    return;
  }
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiln-examples-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function run(...examples: string[]): Promise<ExamplesRun> {
    const page = examples.map((commands) => shell(commands)).join('\n');
    return runExamples(readExamples(readBlocks(page)), folder, { PATH: systemPath(), GIVEN: 'given' });
  }

  it('is done in one shell', async () => {
    const { outputOf } = await run('A="$GIVEN"\necho one', 'echo "$A"');
    expect([outputOf(0), outputOf(1)]).toEqual(['one\n', 'given\n']);
  });

  it.each(['false', 'false | true', 'echo "$UNSET"', 'A=$(false)'])('ends where one fails: %s', async (fails) => {
    const { outputOf } = await run('echo one', `echo why >&2\n${fails}\necho on`, 'echo three');
    expect(outputOf(0)).toBe('one\n');
    expect(() => outputOf(1)).toThrow(/ended with 1.*why/s);
    expect(() => outputOf(2)).toThrow('was not reached');
  });
});
