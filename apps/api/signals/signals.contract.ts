import { schema } from '#contracts';
import type { RouteContract, RouteContracts } from '../contract/route-contract';

/** A signal may say anything, or nothing. */
const SIGNAL: Pick<RouteContract, 'body' | 'answers'> = {
  body: { shape: schema.anything('The data of the signal.'), isOptional: true, example: { status: 'SUCCESS' } },
  answers: { 202: { description: 'The signal is stored.' } },
};

export const SIGNAL_CONTRACTS: RouteContracts = {
  'POST /v2/stacks/{stack_id}/resources/{resource_name}/signal': {
    id: 'signalResource',
    tag: 'resources',
    summary: 'Signals a resource; `{"unset_hook": "pre-update"}` lets it go on at a hook.',
    headers: ['Idempotency-Key'],
    ...SIGNAL,
    problems: ['conflict'],
  },
  'POST /v2/signals/{token}': {
    id: 'signalByToken',
    tag: 'resources',
    summary: 'Signals the resource whose URL this is.',
    ...SIGNAL,
  },
};
