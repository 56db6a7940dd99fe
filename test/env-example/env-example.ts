import { Environment } from '#configuration';
import type { Variable } from '#configuration';
import { loadConfig as loadApi } from '../../apps/api/config';
import { loadConfig as loadEngine } from '../../apps/engine/config';
import { loadConfig as loadLauncher } from '../../apps/launcher/config';
import { loadConfig as loadMigrate } from '../../apps/migrate/config';
import { loadConfig as loadNotifier } from '../../apps/notifier/config';
import { loadConfig as loadRotateKeys } from '../../apps/rotate-keys/config';
import { loadConfig as loadTokens } from '../../apps/tokens/config';

const APPS = {
  api: loadApi,
  engine: loadEngine,
  notifier: loadNotifier,
  migrate: loadMigrate,
  tokens: loadTokens,
  'rotate-keys': loadRotateKeys,
  'npm start': (environment: Environment) => loadLauncher(environment, '/', []),
};

interface Use {
  app: string;
  variable: Variable;
}

/** The text of `.env.example`: every variable that a process reads, with what it means and its default. */
export function envExample(): string {
  const uses = new Map<string, Use[]>();
  for (const [app, load] of Object.entries(APPS)) {
    for (const variable of variablesOf(load)) {
      const known = uses.get(variable.name) ?? [];
      uses.set(variable.name, known);
      const own = known.find((use) => use.app === app);
      if (!own) known.push({ app, variable });
      else own.variable = { ...variable, ...own.variable };
    }
  }
  return [
    '# Every variable that Kiln’s processes read. Those that are commented out have the default shown.\n',
    ...[...uses.values()].map(blockOf),
  ].join('\n');
}

/** The first app's default stands in the line; those that have another say so. */
function blockOf(uses: readonly Use[]): string {
  const { name, description, default: fallback } = uses[0]!.variable;
  const apps = uses.map(({ app, variable }) => (variable.default === fallback ? app : `${app}: ${variable.default}`));
  const line = `${name}=${fallback ?? ''}`;
  return `# ${description} (${apps.join(', ')})\n${fallback === undefined ? line : `# ${line}`}\n`;
}

/** Nothing is set, so most have something to complain about; what they asked for is known all the same. */
function variablesOf(load: (environment: Environment) => unknown): Variable[] {
  const environment = new Environment({});
  try {
    load(environment);
  } catch (error) {
    if (environment.variables.length === 0) throw error;
  }
  return environment.variables;
}
