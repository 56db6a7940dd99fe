import { join } from 'node:path';

/** One process of Kiln. */
export interface PlannedProcess {
  name: string;
  script: string;
  variables: Record<string, string>;
  adminPort: number;
}

/** The address of the api, and what clients call it. */
export interface PlannedApi {
  host: string;
  port: number;
  token: string;
  url: string;
}

export interface PlanSettings {
  root: string;
  engines: number;
  api: PlannedApi;
  /** What every process finds in its environment. */
  shared: Record<string, string>;
  /** A free port for the admin address of each process. */
  adminPorts: readonly number[];
}

/** How many processes there will be. */
export function countProcesses(engines: number): number {
  return 2 + engines;
}

/** Which processes make up this Kiln: one api, one notifier, as many engines as asked for. */
export function planProcesses({ root, engines, api, shared, adminPorts }: PlanSettings): PlannedProcess[] {
  const apiVariables = { KILN_API_HOST: api.host, KILN_API_PORT: String(api.port), KILN_TOKEN: api.token };
  const roles: [name: string, app: string, own: Record<string, string>][] = [
    ['api', 'api', apiVariables],
    ['notifier', 'notifier', {}],
    ...Array.from({ length: engines }, (_, index): [string, string, Record<string, string>] => [
      `engine-${index + 1}`,
      'engine',
      { KILN_API_PUBLIC_URL: api.url },
    ]),
  ];
  return roles.map(([name, app, own], index) => {
    const adminPort = adminPorts[index] ?? 0;
    const variables = { ...shared, KILN_ADMIN_HOST: '127.0.0.1', KILN_ADMIN_PORT: String(adminPort), ...own };
    return { name, script: appScript(root, app), variables, adminPort };
  });
}

/** The compiled entry of an app. */
export function appScript(root: string, app: string): string {
  return join(root, 'dist', 'apps', app, 'main.js');
}
