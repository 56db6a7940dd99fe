import { ConfigurationError, processEnvironment } from '#configuration';
import { SecretBox, createDataSource } from '#entities';
import { loadConfig } from './config';
import { KeyRotation } from './key-rotation';
import { reportOf } from './report';
import { SealedRows } from './sealed-rows';
import { sealedTablesOf } from './sealed-tables';

const USAGE = `npm run rotate-keys               seals anew, with the first key of KILN_SECRET_KEY, what another one sealed
npm run rotate-keys -- --check    only counts what is left

Ends with 0 where nothing is left under another key, with 3 where something is, with 2 where the configuration is wrong.`;

const SAY_EVERY_MS = 1_000;
const SOMETHING_LEFT = 3;

/** `npm run rotate-keys`: the outcome goes to stdout, progress to stderr. It may be ended at any moment and run again. */
async function run(args: readonly string[]): Promise<number> {
  const isCheck = args[0] === '--check';
  if (args.length > (isCheck ? 1 : 0)) {
    const isHelp = ['help', '--help'].includes(args[0] ?? '');
    say(isHelp ? process.stdout : process.stderr, USAGE);
    return isHelp ? 0 : 2;
  }
  const { databaseUrl: url, secretKeys } = loadConfig(processEnvironment());
  const secrets = new SecretBox(...secretKeys);
  const settings = { url, applicationName: 'kiln-rotate-keys', poolSize: 1, keyedStatementsOnly: true };
  const database = await createDataSource(settings).initialize();
  try {
    const tables = sealedTablesOf(database).map((table) => new SealedRows(database, table, secrets.prefix));
    const rotation = new KeyRotation(tables, secrets, createProgress());
    const pass = isCheck ? await rotation.pass({ isWriting: false }) : await rotation.run();
    say(process.stdout, reportOf(pass, secrets.keyIds));
    return pass.found.size === 0 ? 0 : SOMETHING_LEFT;
  } finally {
    await database.destroy();
  }
}

/** Says now and then how far it is. */
function createProgress(): (table: string, seen: number, resealed: number) => void {
  let last = performance.now();
  return (table, seen, resealed) => {
    if (performance.now() - last < SAY_EVERY_MS) return;
    last = performance.now();
    say(process.stderr, `${table}: ${seen} rows looked at, ${resealed} sealed anew`);
  };
}

function say(stream: NodeJS.WritableStream, text: string): void {
  stream.write(`${text}\n`);
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(process.stderr, error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof ConfigurationError ? 2 : 1;
  },
);
