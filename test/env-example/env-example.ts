import { Environment } from '#configuration';
import type { Variable } from '#configuration';
import { loadConfig as loadApi } from '../../apps/api/config';
import { loadConfig as loadEngine } from '../../apps/engine/config';
import { loadConfig as loadLauncher } from '../../apps/launcher/config';
import { loadConfig as loadNotifier } from '../../apps/notifier/config';

const APPS = {
  api: loadApi,
  engine: loadEngine,
  notifier: loadNotifier,
  'npm start': (environment: Environment) => loadLauncher(environment, '/', []),
};

/** The text of `.env.example`: every variable that a process reads, with what it means and its default. */
export function envExample(): string {
  const users = new Map<string, { variable: Variable; apps: string[] }>();
  for (const [app, load] of Object.entries(APPS)) {
    for (const variable of variablesOf(load)) {
      const known = users.get(variable.name);
      if (!known) users.set(variable.name, { variable, apps: [app] });
      else if (!known.apps.includes(app)) known.apps.push(app);
    }
  }
  const blocks = [...users.values()].map(({ variable, apps }) => {
    const line = `${variable.name}=${variable.default ?? ''}`;
    return `# ${variable.description} (${apps.join(', ')})\n${variable.default === undefined ? line : `# ${line}`}\n`;
  });
  return [
    '# Every variable that Kiln’s processes read. Those that are commented out have the default shown.\n',
    ...blocks,
  ].join('\n');
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
