import { describeVersions } from '#template';
import type { DescribedFunction, DescribedVersion } from '#template';
import { markdownTable, withPart } from './markdown';

const VERSIONS = describeVersions();
const HOT = VERSIONS.filter(({ type }) => type === 'hot');
const CFN = VERSIONS.filter(({ type }) => type === 'cfn');

/** The page on templates with its tables of versions and functions as they are. */
export function withTables(page: string): string {
  return withPart(withPart(page, 'versions', versionsTable()), 'functions', functionsTable());
}

function versionsTable(): string {
  const rows = VERSIONS.map(({ key, date, aliases }) => [`\`${key}: ${date}\``, aliases.map(code).join(', ')]);
  return markdownTable(['version', 'or'], rows);
}

/** Every function of every version, in the order in which they came. */
function functionsTable(): string {
  const rows = functionNames().map((name) => [
    code(name),
    sinceWhen(name, ({ functions }) => functions),
    sinceWhen(name, ({ conditionFunctions }) => conditionFunctions),
    cfnForms(name),
    descriptionOf(name),
  ]);
  return markdownTable(['function', 'HOT', 'in conditions', 'CloudFormation', 'answers'], rows);
}

/** The names of the functions of all versions, each once. */
export function functionNames(): string[] {
  return [...new Set(VERSIONS.flatMap(allFunctions).map(({ name }) => name))];
}

/** `from 2015-10-15`, `until 2015-04-30`, with when it changed; nothing for a function that HOT has not there. */
function sinceWhen(name: string, among: (version: DescribedVersion) => readonly DescribedFunction[]): string {
  const having = HOT.flatMap((version) => {
    const found = among(version).find((each) => each.name === name);
    return found === undefined ? [] : [{ date: version.date, description: found.description }];
  });
  const [first] = having;
  const last = having.at(-1);
  if (first === undefined || last === undefined) return '';
  const changes = having.filter(
    ({ description }, index) => index > 0 && description !== having[index - 1]?.description,
  );
  const start = first.date === HOT[0]?.date ? 'all' : `from ${first.date}`;
  const changed = changes.length === 0 ? '' : `, more from ${changes.map(({ date }) => date).join(', ')}`;
  return last.date === HOT.at(-1)?.date ? start + changed : `until ${last.date}`;
}

function cfnForms(name: string): string {
  const having = CFN.filter((version) => allFunctions(version).some((each) => each.name === name));
  if (having.length === CFN.length) return 'both';
  return having.map(({ key }) => code(key)).join(', ');
}

/** As the newest version that has it says. */
function descriptionOf(name: string): string {
  const described = [...HOT, ...CFN].flatMap(allFunctions).filter((each) => each.name === name);
  return described.at(-1)?.description ?? '';
}

function allFunctions({ functions, conditionFunctions }: DescribedVersion): readonly DescribedFunction[] {
  return [...functions, ...conditionFunctions];
}

function code(text: string): string {
  return `\`${text}\``;
}
