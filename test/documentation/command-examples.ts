import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageBlock } from './page-blocks';

/** Commands that a page shows, and what it says that they print; without an answer they print nothing. */
export interface CommandExample {
  readonly commands: PageBlock;
  readonly answer: PageBlock | undefined;
}

/** Reads the examples of a page on which every block is `sh`, or the answer to the one before it. */
export function readExamples(blocks: readonly PageBlock[]): CommandExample[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    if (block.language === 'sh') return [{ commands: block, answer: next?.kind === 'answer' ? next : undefined }];
    if (block.kind === 'answer' && blocks[index - 1]?.language === 'sh') return [];
    throw new Error(`the block at line ${block.line} is neither commands nor the answer to any`);
  });
}

/** What is missing to run examples, where something is. */
export function missingForExamples(): string | undefined {
  try {
    const said = execFileSync('bash', ['-c', 'curl --version'], { encoding: 'utf8' });
    const [, major = 0, minor = 0] = /^curl (\d+)\.(\d+)/.exec(said) ?? [];
    return Number(major) * 1_000 + Number(minor) >= 7_084 ? undefined : `curl is older than 7.84: ${said}`;
  } catch {
    return 'there is no curl, or no bash';
  }
}

export interface ExamplesRun {
  /** What the commands of an example printed; throws where they failed, or were not reached. */
  outputOf: (index: number) => string;
}

const MOST_MS = 60_000;

/** Runs the examples one after another in one shell, as somebody who types them; it ends where one fails. */
export async function runExamples(
  examples: readonly CommandExample[],
  folder: string,
  env: Record<string, string>,
): Promise<ExamplesRun> {
  const work = join(folder, 'work');
  mkdirSync(work);
  const fileOf = (index: number): string => join(folder, `${index}.out`);
  const errors = join(folder, 'errors');
  const parts = examples.map(({ commands }, index) => `exec > '${fileOf(index)}'\n${commands.text}\n`);
  // Files, and not pipes: what an example leaves behind would hold those open.
  const shell = spawn('bash', ['-eu', '-o', 'pipefail', '-c', `exec 2> '${errors}'\n${parts.join('')}`], {
    ...{ cwd: work, env: { HOME: work, ...env }, stdio: 'ignore' },
    ...{ timeout: MOST_MS, killSignal: 'SIGKILL' },
  });
  const [code, signal] = (await once(shell, 'exit')) as [number | null, NodeJS.Signals | null];
  const reached = examples.filter((_, index) => existsSync(fileOf(index))).length;
  const done = code === 0 ? reached : reached - 1;
  const outputOf = (index: number): string => {
    if (index > done) throw new Error('was not reached: an example before it failed');
    const output = readFileSync(fileOf(index), 'utf8');
    if (index < done) return output;
    throw new Error(`ended with ${code ?? signal}; it said: ${readFileSync(errors, 'utf8')} and printed: ${output}`);
  };
  return { outputOf };
}
