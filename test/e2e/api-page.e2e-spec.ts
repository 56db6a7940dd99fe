import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingForExamples, readExamples, runExamples } from '../documentation/command-examples';
import type { ExamplesRun } from '../documentation/command-examples';
import { readBlocks } from '../documentation/page-blocks';
import { differences } from '../documentation/shown-answer';
import { ShownTexts } from '../documentation/shown-texts';
import { systemPath } from '../support/kiln-process';
import { useKiln } from '../support/use-kiln';

const EXAMPLES = readExamples(readBlocks(readFileSync(join(__dirname, '../../docs/api.md'), 'utf8')));
/** Where the page says that the API is. */
const SHOWN_URL = 'http://127.0.0.1:8004';

const missing = missingForExamples();

describe('the page on the API', () => {
  if (missing !== undefined) {
    it.skip(`is right about its examples: ${missing}`, () => undefined);
    return;
  }
  const kiln = useKiln();
  const texts = new ShownTexts();
  let folder: string;
  let run: ExamplesRun;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiln-api-page-'));
    run = await runExamples(EXAMPLES, folder, { PATH: systemPath(), KILN: kiln.api.url, TOKEN: kiln.token });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(EXAMPLES.map((example, index) => ({ ...example, line: example.commands.line, index })))(
    'is right about the example at line $line, $commands.heading',
    ({ answer, index }) => {
      const printed = run.outputOf(index).replaceAll(kiln.api.url, SHOWN_URL);
      if (answer === undefined) expect(printed).toBe('');
      else expect(differences(answer, printed, texts)).toEqual([]);
    },
  );
});
