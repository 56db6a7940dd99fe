import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { composeEnvironment } from './docker';

describe('composeEnvironment', () => {
  it('holds every variable without which the compose file cannot be read', () => {
    const text = readFileSync(resolve(__dirname, '..', '..', '..', 'docker-compose.yml'), 'utf8');
    const required = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const variables = composeEnvironment({ amqpPort: 1, managementPort: 2, password: 'a', providerPassword: 'b' });
    expect(required).toContain('RABBITMQ_PASSWORD');
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(required));
  });
});
