import { randomBytes } from 'node:crypto';
import { processEnvironment } from '#configuration';
import { lookAt, makeStep, runStep } from '../contract/run-step';
import { resourceTypeContract } from '../contract/resource-type-contract';
import type { ContractSubject } from '../contract/resource-type-contract';
import { listOf, mapOf, textOf } from '../property-values';
import type { RabbitmqProvider } from '../providers';
import { createTypeRegistry } from '../type-registry';
import { ManagementApi } from './management-api';
import { queue } from './queue';

const environment = processEnvironment();
const provider: RabbitmqProvider = {
  managementUrl: environment.text('KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL', { description: 'RabbitMQ for resources' }),
  vhost: environment.text('KILN_PROVIDER_RABBITMQ_VHOST', { description: 'its vhost', default: 'kiln-resources' }),
};
environment.finish({});
const type = createTypeRegistry([queue]).get('Kiln::RabbitMQ::Queue');
const project = `test-${randomBytes(6).toString('hex')}`;
const providers = { rabbitmq: provider };
const api = (): ManagementApi => new ManagementApi(provider, new AbortController().signal);

async function living(): Promise<string[]> {
  const { body } = await api().call('GET', `/api/queues/${encodeURIComponent(provider.vhost)}`);
  const names = (listOf(body) ?? []).map((found) => textOf(mapOf(found)?.['name']) ?? '');
  return names.filter((name) => name.startsWith(`${project}.`));
}

const subjectOf = (properties: Record<string, string>): ContractSubject => ({
  type,
  providers,
  project,
  properties,
  living,
  named: {
    properties: { ...properties, name: 'orders' },
    placeStranger: async (name) => {
      await api().call('PUT', api().queuePath(name), { durable: true, arguments: { 'x-queue-type': 'classic' } });
    },
    removeStranger: async (name) => {
      await api().call('DELETE', api().queuePath(name));
    },
  },
});

describe('Kiln::RabbitMQ::Queue', () => {
  afterAll(async () => {
    for (const name of await living()) await api().call('DELETE', api().queuePath(name));
  });

  describe.each(['classic', 'quorum'])('as a %s queue', (kind) => {
    it.each(resourceTypeContract.map((rule) => [rule.name, rule] as const))('%s', async (_name, rule) => {
      await rule.run(subjectOf({ type: kind }));
    });
  });

  it('declares what the template asks for', async () => {
    const properties = {
      name: 'full',
      durable: false,
      type: 'classic',
      max_length: 5,
      max_length_bytes: 900,
      message_ttl: 7,
    };
    const step = makeStep({ project, providers, properties });
    const { answer } = await runStep(type, 'create', step);
    expect(answer.attributes).toEqual({ name: `${project}.full`, vhost: provider.vhost });
    const { body } = await api().call('GET', api().queuePath(`${project}.full`));
    expect(body).toMatchObject({
      durable: false,
      arguments: {
        'kiln-resource': step.resourceId,
        'x-queue-type': 'classic',
        'x-max-length': 5,
        'x-max-length-bytes': 900,
        'x-message-ttl': 7,
      },
    });
    await runStep(type, 'delete', { ...step, physicalId: answer.physicalId });
  });

  it('finds a queue that somebody made again with other limits, or as the template wants it without any', async () => {
    const step = makeStep({
      project,
      providers,
      properties: { name: 'again', max_length: 5, message_ttl: 0, durable: true },
    });
    const { answer } = await runStep(type, 'create', step);
    const made = { ...step, physicalId: answer.physicalId };
    expect(await lookAt(type, made)).toEqual({
      outcome: 'found',
      properties: { type: 'classic', max_length: 5, max_length_bytes: null, message_ttl: 0, durable: true },
      attributes: answer.attributes,
      physicalId: answer.physicalId,
    });
    const path = api().queuePath(`${project}.again`);
    await api().call('DELETE', path);
    const declared = { 'kiln-resource': step.resourceId, 'x-queue-type': 'classic', 'x-message-ttl': 9 };
    await api().call('PUT', path, { durable: false, arguments: declared });
    expect(await lookAt(type, made)).toMatchObject({
      properties: { max_length: null, max_length_bytes: null, message_ttl: 9, durable: false },
    });
    await runStep(type, 'delete', made);
  });

  it('takes nothing for gone where nobody answers', async () => {
    const nobody = { rabbitmq: { ...provider, managementUrl: 'http://kiln:s3cret@127.0.0.1:1' } };
    const step = makeStep({ project, providers: nobody, properties: {}, physicalId: 'x' });
    expect(await type.check!(step)).toMatchObject({ outcome: 'again', afterMs: 200 });
  });

  it('says which vhost is missing', async () => {
    const elsewhere = { rabbitmq: { ...provider, vhost: `${project}-none` } };
    const step = makeStep({ project, providers: elsewhere, properties: {} });
    await expect(type.create(step)).rejects.toThrow(`no vhost "${project}-none"`);
  });

  it('keeps the words of a broker that refuses the credentials, and hides the password', async () => {
    const url = new URL(provider.managementUrl);
    url.password = 'wr0ng';
    const step = makeStep({
      project,
      providers: { rabbitmq: { ...provider, managementUrl: url.href } },
      properties: {},
    });
    const failure: unknown = await type.create(step).catch((error: unknown) => error);
    expect(String(failure)).toContain('RabbitMQ answered 401');
    expect(String(failure)).not.toContain('wr0ng');
  });

  it('tries again where nobody answers', async () => {
    const nobody = { rabbitmq: { ...provider, managementUrl: 'http://kiln:s3cret@127.0.0.1:1' } };
    const step = makeStep({ project, providers: nobody, properties: {} });
    expect(await type.create(step)).toMatchObject({ outcome: 'again', afterMs: 200 });
  });
});
