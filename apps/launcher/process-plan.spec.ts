import { countProcesses, planProcesses } from './process-plan';

const plan = planProcesses({
  root: '/kiln',
  engines: 2,
  api: { host: '127.0.0.1', port: 8_004, token: 'secret', url: 'http://there' },
  shared: { DATABASE_URL: 'postgres://there' },
  adminPorts: [1, 2, 3, 4],
});

describe('planProcesses', () => {
  it('plans one api, one notifier and the engines asked for, each with an admin port of its own', () => {
    expect(plan).toHaveLength(countProcesses(2));
    expect(plan.map(({ name, script, adminPort }) => `${name} ${script} ${adminPort}`)).toEqual([
      'api /kiln/dist/apps/api/main.js 1',
      'notifier /kiln/dist/apps/notifier/main.js 2',
      'engine-1 /kiln/dist/apps/engine/main.js 3',
      'engine-2 /kiln/dist/apps/engine/main.js 4',
    ]);
    expect(plan.map(({ variables }) => variables['KILN_ADMIN_PORT'])).toEqual(['1', '2', '3', '4']);
  });

  it('tells engines what the URLs of signals begin with', () => {
    const urls = plan.map(({ variables }) => variables['KILN_API_PUBLIC_URL']);
    expect(urls).toEqual([undefined, undefined, 'http://there', 'http://there']);
  });

  it('gives the token to the api only, and the servers to all', () => {
    expect(plan.map(({ variables }) => variables['KILN_TOKEN'])).toEqual(['secret', undefined, undefined, undefined]);
    expect(new Set(plan.map(({ variables }) => variables['DATABASE_URL']))).toEqual(new Set(['postgres://there']));
  });
});
