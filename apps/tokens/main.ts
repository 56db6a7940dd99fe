import { ConfigurationError, processEnvironment } from '#configuration';
import { createDataSource } from '#entities';
import { loadConfig } from './config';
import { CONFIGURED_TOKEN, USAGE, UsageError, readCommand } from './token-command';
import type { TokenCommand } from './token-command';
import { TokenRecords } from './token-records';
import { tableOf } from './token-table';

const REVOKED_WITHIN = 'every api refuses it within 5 s';

/** `npm run tokens`: what was asked for goes to stdout, remarks to stderr. */
async function run(args: readonly string[]): Promise<void> {
  const command = readCommand(args, new Date());
  if (command.kind === 'help') {
    print(USAGE);
    return;
  }
  const { databaseUrl: url } = loadConfig(processEnvironment());
  const database = createDataSource({ url, applicationName: 'kiln-tokens', poolSize: 1 });
  await database.initialize();
  try {
    await obey(command, new TokenRecords(database));
  } finally {
    await database.destroy();
  }
}

async function obey(command: Exclude<TokenCommand, { kind: 'help' }>, tokens: TokenRecords): Promise<void> {
  switch (command.kind) {
    case 'add':
      print(await tokens.add(command.token));
      remark('This is shown once: only its SHA-256 is kept.');
      break;
    case 'list':
      print(tableOf(await tokens.list(command.project)));
      break;
    case 'revoke':
      await revoke(command.prefix, tokens);
      break;
  }
}

async function revoke(prefix: string, tokens: TokenRecords): Promise<void> {
  const revoked = await tokens.revoke(prefix);
  if (!revoked) throw new UsageError('there is no token of that prefix: `list` shows those that there are');
  remark(`The token "${revoked.name}" of the project ${revoked.project} is revoked: ${REVOKED_WITHIN}.`);
  if (revoked.name === CONFIGURED_TOKEN) remark('An api that still has it in its configuration makes it again.');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError || error instanceof ConfigurationError;
  remark(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) remark('\n`npm run tokens` says how it is used.');
  process.exitCode = isUsage ? 2 : 1;
});
