import type { JsonObject } from '#contracts';
import { GONE, ResourceFailure } from '#resources';
import type { ResourceType, Step } from '#resources';
import { BEHAVIOUR_HEADER } from './behaviour';

const CALL_BOUND_MS = 7_000;

/**
 * A server in the stand-in cloud. The request carries the step's key, so that a create that is run again finds what
 * an earlier one made, and a delete finds what nobody knows the id of.
 */
const server: ResourceType = {
  schema: {
    type: 'Test::Cloud::Server',
    description: 'A server in the stand-in for a cloud, for tests.',
    supportStatus: { status: 'SUPPORTED' },
    properties: {
      endpoint: { type: 'String', required: true, description: 'URL of the cloud.' },
      size: { type: 'String', default: 'small', description: 'Any word.' },
      delay_ms: { type: 'Integer', default: 0, description: 'How long its create and its delete take.' },
      fail: {
        type: 'Map',
        description: 'How its create is to fail before the work is done.',
        entries: {
          status: { type: 'Integer', default: 503, description: 'Below 500, but 429: for good.' },
          times: { type: 'Integer', default: 1, description: 'How often.' },
        },
      },
      lose_answer: {
        type: 'Integer',
        default: 0,
        description: 'How often the connection of its create is cut after the work is done.',
      },
    },
    attributes: {
      id: { type: 'String', description: 'What the cloud calls it.' },
      size: { type: 'String', description: 'Its size.' },
    },
  },

  async create(step) {
    const { size, delay_ms, fail, lose_answer } = step.properties;
    const response = await call(step, 'POST', '/servers', {
      headers: {
        'idempotency-key': step.key,
        [BEHAVIOUR_HEADER]: JSON.stringify({ delay_ms, fail, lose_answer }),
      },
      body: JSON.stringify({ size }),
    });
    if (!response.ok) throw new ResourceFailure(`the cloud answered ${response.status}: ${await response.text()}`);
    const made = (await response.json()) as { id: string; size: string };
    return { outcome: 'done', physicalId: made.id, attributes: { id: made.id, size: made.size } };
  },

  async check(step) {
    const response = await call(step, 'GET', step.physicalId === null ? '/servers' : `/servers/${step.physicalId}`, {});
    if (response.status === 404) return { outcome: 'gone' };
    if (!response.ok) throw new ResourceFailure(`the cloud answered ${response.status}: ${await response.text()}`);
    const found = foundIn(await response.json(), step.key);
    if (found === undefined) return { outcome: 'gone' };
    const { id, size } = found;
    return { outcome: 'found', properties: { size }, attributes: { id, size }, physicalId: id };
  },

  async delete(step) {
    if (step.properties['endpoint'] === undefined) return GONE;
    const path = step.physicalId === null ? `/servers?key=${step.key}` : `/servers/${step.physicalId}`;
    const { delay_ms } = step.properties;
    const response = await call(step, 'DELETE', path, {
      headers: { [BEHAVIOUR_HEADER]: JSON.stringify({ delay_ms }) },
    });
    if (response.ok || response.status === 404) return GONE;
    throw new ResourceFailure(`the cloud answered ${response.status}: ${await response.text()}`);
  },
};

interface FoundServer {
  readonly id: string;
  readonly key: string | null;
  readonly size: string;
}

/** The one that was asked for, or, of all that there are, the one that was made with the key. */
function foundIn(answer: unknown, key: string): FoundServer | undefined {
  const { servers } = answer as { servers?: FoundServer[] };
  return servers === undefined ? (answer as FoundServer) : servers.find((server) => server.key === key);
}

/** What `KILN_RESOURCE_TYPE_MODULES` loads from this module. */
export const resourceTypes: readonly ResourceType[] = [server];

/** A lost connection and an overloaded cloud are worth another try. */
async function call(step: Step, method: string, path: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.any([step.signal, AbortSignal.timeout(CALL_BOUND_MS)]);
  try {
    const response = await fetch(`${endpointOf(step.properties)}${path}`, { ...init, method, signal });
    if (response.status < 500 && response.status !== 429) return response;
    throw new ResourceFailure(`the cloud answered ${response.status}: ${await response.text()}`, { retryable: true });
  } catch (error) {
    step.signal.throwIfAborted();
    if (error instanceof ResourceFailure) throw error;
    throw new ResourceFailure('the connection to the cloud was lost', { retryable: true, cause: error });
  }
}

function endpointOf(properties: JsonObject): string {
  const { endpoint } = properties;
  return typeof endpoint === 'string' ? endpoint : '';
}
