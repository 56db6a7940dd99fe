import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

interface Service {
  image?: string;
  container_name?: string;
  ports?: string[];
  command?: string[];
  environment?: Record<string, unknown>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  configs?: { source: string; target: string }[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  configs: Record<string, { content: string }>;
}

const ROOT = resolve(__dirname, '..', '..');
const compose = parse(readFileSync(resolve(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const { services } = compose;
const dockerfile = readFileSync(resolve(ROOT, 'Dockerfile'), 'utf8');
const PROCESSES = ['api', 'engine', 'notifier'];

describe('docker-compose.yml', () => {
  it('has the two servers, the migration and the three processes', () => {
    expect(Object.keys(services).sort()).toEqual([...PROCESSES, 'migrate', 'postgres', 'rabbitmq'].sort());
  });

  it('starts processes only on healthy servers and a migrated database', () => {
    const needs = {
      postgres: { condition: 'service_healthy' },
      rabbitmq: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    };
    for (const name of PROCESSES) expect(services[name]).toMatchObject({ depends_on: needs });
    for (const name of ['postgres', 'rabbitmq']) expect(services[name]?.healthcheck?.test).toBeDefined();
    expect(dockerfile).toMatch(/^HEALTHCHECK .*\n.*\/readyz/m);
  });

  it('lets engines be scaled: none has a name or a port of the host', () => {
    expect(services['engine']).not.toHaveProperty('container_name');
    expect(services['engine']).not.toHaveProperty('ports');
  });

  it('runs entry points that exist in the sources', () => {
    const scripts = [...PROCESSES, 'migrate'].map((name) => services[name]?.command?.at(-1) ?? '');
    const sources = scripts.map((script) => script.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect(sources.filter((source) => !existsSync(resolve(ROOT, source)))).toEqual([]);
  });

  it('publishes on loopback only', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('holds no secret: each comes from outside and must be set', () => {
    const text = readFileSync(resolve(ROOT, 'docker-compose.yml'), 'utf8');
    const mentions = [...text.matchAll(/\$\{(\w*(?:PASSWORD|KEY|TOKEN))([^}]*)\}/g)];
    expect(new Set(mentions.map(([, name]) => name))).toEqual(
      new Set([
        'POSTGRES_PASSWORD',
        'KILN_DATABASE_PASSWORD',
        'RABBITMQ_PASSWORD',
        'KILN_PROVIDER_PASSWORD',
        'KILN_SECRET_KEY',
        'KILN_TOKEN',
      ]),
    );
    expect(mentions.filter(([, , rest]) => rest !== ':?')).toEqual([]);
  });

  it('keeps data in volumes that it declares, and mounts configs that it has', () => {
    const mounted = Object.values(services).flatMap((service) => service.volumes ?? []);
    expect(mounted.map((volume) => volume.split(':')[0]).sort()).toEqual(Object.keys(compose.volumes).sort());
    const used = Object.values(services).flatMap((service) => service.configs ?? []);
    expect(used.map(({ source }) => source).sort()).toEqual(Object.keys(compose.configs).sort());
  });

  it('gives the engine the provider, and nobody else', () => {
    const holders = Object.entries(services).filter(([, { environment = {} }]) =>
      Object.keys(environment).some((name) => name.startsWith('KILN_PROVIDER_') && name.endsWith('URL')),
    );
    expect(holders.map(([name]) => name)).toEqual(['engine']);
  });

  it('defines users as the broker reads them', () => {
    const text = compose.configs['rabbitmq-definitions']?.content ?? '';
    const { users } = JSON.parse(text) as { users: { name: string; tags: string }[] };
    expect(users.map(({ name, tags }) => `${name} ${tags}`)).toEqual([
      'kiln administrator',
      'kiln_provider management',
    ]);
  });
});
