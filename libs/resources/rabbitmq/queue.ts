import type { Json, JsonObject } from '#contracts';
import type { PropertySchema } from '#template';
import { GONE } from '../gone';
import { mapOf, textOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { ResourceType, Step } from '../resource-type';
import { ManagementApi } from './management-api';
import { queueNameOf, refuseReserved } from './queue-name';

/** The queue's argument that says which resource it belongs to. RabbitMQ keeps it and does not compare it. */
const OWNER_ARGUMENT = 'kiln-resource';

/** Properties that are arguments of the queue. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  type: 'x-queue-type',
  max_length: 'x-max-length',
  max_length_bytes: 'x-max-length-bytes',
  message_ttl: 'x-message-ttl',
};

const limit = (description: string): PropertySchema => ({
  type: 'Integer',
  description,
  constraints: [{ range: { min: 1 } }],
});

const properties: Readonly<Record<string, PropertySchema>> = {
  name: {
    type: 'String',
    description: 'Its name within the project; without one it gets a name of its own.',
    constraints: [{ length: { min: 1, max: 190 } }, { allowed_pattern: '[A-Za-z0-9_][A-Za-z0-9_.:-]*' }],
  },
  type: {
    type: 'String',
    default: 'classic',
    description: 'How RabbitMQ stores it: on one node, or replicated.',
    constraints: [{ allowed_values: ['classic', 'quorum'] }],
  },
  durable: { type: 'Boolean', default: true, description: 'Whether it outlives a restart of the broker.' },
  max_length: limit('How many messages it holds; the oldest go first.'),
  max_length_bytes: limit('How many bytes of messages it holds; the oldest go first.'),
  message_ttl: limit('Milliseconds after which a message goes.'),
};

/**
 * A queue in the provider's vhost, by the management API. Declaring a queue that is there already is well for
 * RabbitMQ, whoever made it; so after each declaration the owner mark is read back, and the mark decides.
 */
export const queue: ResourceType = {
  schema: {
    type: 'Kiln::RabbitMQ::Queue',
    description: 'A queue on the RabbitMQ that the operator provides for resources.',
    supportStatus: { status: 'SUPPORTED', version: '0.1.0' },
    properties,
    attributes: {
      name: { type: 'String', description: 'Its full name, which clients use.' },
      vhost: { type: 'String', description: 'The vhost that it lies in.' },
    },
  },

  async create(step) {
    const api = ManagementApi.of(step);
    const name = queueNameOf(step);
    refuseReserved(step, name);
    const declared = await api.call('PUT', api.queuePath(name), declarationOf(step));
    const owner = await ownerOf(api, name);
    if (owner !== undefined && owner !== step.resourceId) throw existsAlready(name, api.vhost);
    if (declared.status === 404) throw noVhost(api.vhost);
    if (declared.status >= 400) throw new ResourceFailure(api.describe(declared));
    if (owner === undefined) throw vanished(name);
    return { outcome: 'done', physicalId: name, attributes: { name, vhost: api.vhost } };
  },

  async check(step) {
    const api = ManagementApi.of(step);
    const name = step.physicalId ?? queueNameOf(step);
    const found = await find(api, name);
    if (found === undefined || ownerIn(found) !== step.resourceId) return { outcome: 'gone' };
    const properties = observedOf(found, step.properties);
    return { outcome: 'found', properties, attributes: { name, vhost: api.vhost }, physicalId: name };
  },

  async delete(step) {
    // Without a provider nothing can have been made.
    if (step.physicalId === null && step.providers.rabbitmq === undefined) return GONE;
    const api = ManagementApi.of(step);
    const name = step.physicalId ?? queueNameOf(step);
    if ((await ownerOf(api, name)) !== step.resourceId) return GONE;
    const deleted = await api.call('DELETE', api.queuePath(name));
    if (deleted.status >= 400 && deleted.status !== 404) throw new ResourceFailure(api.describe(deleted));
    return GONE;
  },
};

function declarationOf(step: Step): JsonObject {
  const durable = step.properties['durable'] !== false;
  if (!durable && step.properties['type'] === 'quorum') {
    throw new ResourceFailure('a quorum queue is always durable: leave `durable` out, or make the queue classic');
  }
  const given = Object.entries(ARGUMENTS).flatMap(([property, argument]) => {
    const value = step.properties[property];
    return isGiven(value) ? [[argument, value] as const] : [];
  });
  return {
    durable,
    auto_delete: false,
    arguments: { ...Object.fromEntries(given), [OWNER_ARGUMENT]: step.resourceId },
  };
}

// The language makes a 0 of a `null`; no limit may be 0.
function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== 0;
}

/** What RabbitMQ says of the queue; `undefined`: there is none. */
async function find(api: ManagementApi, name: string): Promise<JsonObject | undefined> {
  const found = await api.call('GET', api.queuePath(name));
  if (found.status === 404) return undefined;
  if (found.status >= 400) throw new ResourceFailure(api.describe(found));
  return mapOf(found.body) ?? {};
}

/** The id of the resource that the queue belongs to; `stranger`: it has no such mark; `undefined`: there is no queue. */
async function ownerOf(api: ManagementApi, name: string): Promise<string | undefined> {
  const found = await find(api, name);
  return found === undefined ? undefined : ownerIn(found);
}

function ownerIn(found: JsonObject): string {
  return textOf(argumentsOf(found)[OWNER_ARGUMENT]) ?? 'stranger';
}

function argumentsOf(found: JsonObject): JsonObject {
  return mapOf(found['arguments']) ?? {};
}

/** What the queue is, in the words of the properties; a limit that is not set is whatever stands for none in `wanted`. */
function observedOf(found: JsonObject, wanted: JsonObject): JsonObject {
  const entries = Object.entries(ARGUMENTS).map(([property, argument]): [string, Json] => {
    const value = argumentsOf(found)[argument];
    if (value !== undefined) return [property, value];
    const none = wanted[property];
    return [property, none === undefined || isGiven(none) ? null : none];
  });
  const type = found['type'] ?? null;
  return { ...Object.fromEntries(entries), type, durable: found['durable'] === true };
}

function existsAlready(name: string, vhost: string): ResourceFailure {
  return new ResourceFailure(
    `queue "${name}" exists already in vhost "${vhost}" and is not this resource's: choose another name or remove it`,
  );
}

function noVhost(vhost: string): ResourceFailure {
  return new ResourceFailure(
    `there is no vhost "${vhost}": the operator makes it, or sets KILN_PROVIDER_RABBITMQ_VHOST to another`,
  );
}

function vanished(name: string): ResourceFailure {
  return new ResourceFailure(`queue "${name}" was declared and is gone again`, { retryable: true });
}
