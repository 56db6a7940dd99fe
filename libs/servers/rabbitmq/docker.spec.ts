import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { composeEnvironment, startDockerRabbit } from './docker';

describe('composeEnvironment', () => {
  it('holds every variable without which the compose file cannot be read', () => {
    const text = readFileSync(resolve(__dirname, '..', '..', '..', 'docker-compose.yml'), 'utf8');
    const required = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const variables = composeEnvironment({ amqpPort: 1, managementPort: 2, password: 'a', providerPassword: 'b' });
    expect(required).toContain('RABBITMQ_PASSWORD');
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(required));
  });
});

describe('startDockerRabbit', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kiln-docker-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('asks Docker for the broker alone, says what may stay, and passes on why it could not be had', async () => {
    // A stand-in for the client: notes what it is asked and with which password, and refuses.
    const client = '#!/bin/sh\necho "$RABBITMQ_PASSWORD $*" >> "$0.log"\necho "no such image" >&2\nexit 1\n';
    writeFileSync(join(folder, 'docker'), client, { mode: 0o755 });
    const said: string[] = [];
    const start = startDockerRabbit({
      home: folder,
      composeFile: '/kiln/docker-compose.yml',
      environment: { PATH: `${folder}:/usr/bin:/bin` },
      say: (sentence) => said.push(sentence),
    });
    await expect(start).rejects.toThrow('Docker could not up RabbitMQ: no such image');
    const [first = '', second = ''] = readFileSync(join(folder, 'docker.log'), 'utf8').split('\n');
    const { password } = JSON.parse(readFileSync(join(folder, 'rabbitmq-docker.json'), 'utf8')) as { password: string };
    const project = /kiln-[0-9a-f]{12}/.exec(first)?.[0] ?? '';
    const compose = `${password} compose -p ${project} -f /kiln/docker-compose.yml`;
    expect(first).toBe(`${compose} up --detach --no-deps rabbitmq`);
    expect(second).toBe(`${compose} stop --timeout 3 rabbitmq`);
    expect(said).toEqual([expect.stringContaining(`docker compose -p ${project} down -v`)]);
  });
});
