import { parseArgs } from 'node:util';
import { CASES } from './cases';
import { TEMPLATE_CASE_NAMES } from './template-cases';

export interface BenchArguments {
  /** Cases of the template language, which need nothing. */
  readonly templateCases: readonly string[];
  /** Cases that need a whole Kiln. */
  readonly kilnCases: readonly string[];
  /** A file for what was measured. */
  readonly json: string | undefined;
  readonly notifiers: number;
}

/** `--only CASE…` takes one or several names; without it all cases are run. */
export function readArguments(args: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true },
      notifiers: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const all = [...TEMPLATE_CASE_NAMES, ...Object.keys(CASES)];
  const names = values.only === undefined ? all : [...values.only, ...positionals];
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`no case ${unknown.join(', ')}; there are ${all.join(', ')}`);
  return {
    templateCases: names.filter((name) => TEMPLATE_CASE_NAMES.includes(name)),
    kilnCases: names.filter((name) => name in CASES),
    json: values.json,
    notifiers: Number(values.notifiers),
  };
}
