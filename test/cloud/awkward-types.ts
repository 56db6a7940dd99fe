import { setTimeout as wait } from 'node:timers/promises';
import type { ResourceType, StepAnswer } from '#resources';

const CALLS: Record<string, (signal: AbortSignal) => Promise<unknown>> = {
  /** The kind of fault that takes the engine with it. */
  kill: () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  },
  /** Never ends, and does not listen to the abort signal. */
  hang: () => new Promise(() => undefined),
  /** Never ends by itself, but when it is told to. */
  slow: (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  /** Behaves well, and takes its time. */
  brief: () => wait(300, { outcome: 'done', physicalId: null, attributes: {} }),
  /** Looks again for ever, in waits long enough to be timers. */
  poll: () => Promise.resolve({ outcome: 'again', afterMs: 1_000, state: null }),
  nonsense: () => Promise.resolve({ outcome: 'banana' }),
  nothing: () => Promise.resolve(undefined),
  throwText: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what others' code may do
    throw 'just a text';
  },
  nulReason: () => Promise.reject(new Error('broken\0here')),
  cyclic: () => {
    const attributes: Record<string, unknown> = {};
    attributes['self'] = attributes;
    return Promise.resolve({ outcome: 'done', physicalId: null, attributes });
  },
};

/** A resource whose create behaves badly, in a way that a property names. */
const awkward: ResourceType = {
  schema: {
    type: 'Test::Awkward',
    description: 'Behaves badly, for tests.',
    supportStatus: { status: 'SUPPORTED' },
    properties: { how: { type: 'String', required: true, constraints: [{ allowed_values: Object.keys(CALLS) }] } },
    attributes: {},
  },
  create: (step) => CALLS[step.properties['how'] as string]!(step.signal) as Promise<StepAnswer>,
  delete: () => Promise.resolve({ outcome: 'done', physicalId: null, attributes: {} }),
};

/** The same, of a type that needs no stored intent. */
const awkwardInstant: ResourceType = {
  ...awkward,
  schema: { ...awkward.schema, type: 'Test::AwkwardInstant' },
  instant: true,
};

export const resourceTypes = [awkward, awkwardInstant];
