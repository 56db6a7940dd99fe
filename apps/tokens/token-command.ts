import { parseArgs } from 'node:util';
import { ROLES, isProjectId } from '#contracts';
import type { Role } from '#contracts';
import { readExpiry } from './expiry';

export const USAGE = `npm run tokens -- add --name NAME --project PROJECT --role ROLE [--role ROLE]… [--expires WHEN]
npm run tokens -- list [--project PROJECT]
npm run tokens -- revoke PREFIX

ROLE is reader, member or admin. WHEN is a time (2030-01-31T12:00:00Z) or a stretch from now (90d, 12h, 30m); without it
the token does not expire. PREFIX is what \`list\` shows.`;

/** The name under which the api keeps the token of its configuration. */
export const CONFIGURED_TOKEN = 'KILN_TOKEN';

export interface NewToken {
  name: string;
  project: string;
  roles: Role[];
  expiresAt: Date | null;
}

export type TokenCommand =
  | { kind: 'help' }
  | { kind: 'add'; token: NewToken }
  | { kind: 'list'; project: string | undefined }
  | { kind: 'revoke'; prefix: string };

/** The command can't be understood; the message says what to change, and repeats nothing that may be a secret. */
export class UsageError extends Error {}

/** Reads the arguments of the command; throws UsageError with every fault found. */
export function readCommand(args: readonly string[], now: Date): TokenCommand {
  const [word, ...rest] = args;
  switch (word) {
    case undefined:
    case 'help':
    case '--help':
      return { kind: 'help' };
    case 'add':
      return { kind: 'add', token: readNewToken(rest, now) };
    case 'list':
      return { kind: 'list', project: parse(rest, { project: { type: 'string' } }, false).values['project'] };
    case 'revoke':
      return { kind: 'revoke', prefix: readPrefix(rest) };
    default:
      throw new UsageError('the first word must be add, list or revoke');
  }
}

function readNewToken(args: string[], now: Date): NewToken {
  const { name = '', project = '', role = [], expires } = parse(args, ADD_OPTIONS, false).values;
  const expiresAt = expires === undefined ? null : readExpiry(expires, now);
  const problems = [nameProblem(name), projectProblem(project), roleProblem(role), expiryProblem(expiresAt)];
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new UsageError(found.join('\n'));
  return { name, project, roles: ROLES.filter((each) => role.includes(each)), expiresAt: expiresAt ?? null };
}

function nameProblem(name: string): string | undefined {
  if (name === CONFIGURED_TOKEN) return `--name may not be ${name}: the api keeps that for its configuration`;
  return /^[^\p{C}]{1,255}$/u.test(name) ? undefined : '--name must be 1 to 255 visible characters';
}

function projectProblem(project: string): string | undefined {
  return isProjectId(project) ? undefined : '--project must be 1 to 64 letters, digits, "_" or "-"';
}

function roleProblem(roles: readonly string[]): string | undefined {
  const known = ROLES as readonly string[];
  if (roles.length > 0 && roles.every((role) => known.includes(role))) return undefined;
  return `--role must be given, and be one of ${ROLES.join(', ')}`;
}

function expiryProblem(expiresAt: Date | null | undefined): string | undefined {
  if (expiresAt !== undefined) return undefined;
  return '--expires must be a time to come, as 2030-01-31T12:00:00Z, or a stretch from now, as 90d';
}

function readPrefix(args: string[]): string {
  const { positionals } = parse(args, {}, true);
  const [prefix, ...more] = positionals;
  if (prefix === undefined || more.length > 0) throw new UsageError('revoke takes one prefix, as `list` shows it');
  return prefix;
}

const ADD_OPTIONS = {
  name: { type: 'string' },
  project: { type: 'string' },
  role: { type: 'string', multiple: true },
  expires: { type: 'string' },
} as const;

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: boolean; args: string[] }>
>;

function parse<const O extends Options>(args: string[], options: O, allowPositionals: boolean): Parsed<O> {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    const known = names.length === 0 ? 'no option' : names.join(', ');
    throw new UsageError(`the arguments cannot be read: this takes ${known}, each option with a value after it`, {
      cause: error,
    });
  }
}
