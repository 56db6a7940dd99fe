import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { components, paths } from './generated/api';

/** The API, typed as its description says: `client.GET('/v2/stacks/{stack_id}', …)`. */
export type KilnClient = Client<paths>;

type Schemas = components['schemas'];
export type Stack = Schemas['Stack'];
export type Output = Schemas['Output'];
export type Resource = Schemas['Resource'];
export type ProblemDetails = Schemas['Problem'];

export interface KilnClientSettings {
  /** Where the api is, as `http://127.0.0.1:8004`. */
  url: string;
  token: string;
}

/** A client of the API. Answers come as they are, `data` or `error`; `answerOf` makes an exception of the latter. */
export function createKilnClient({ url, token }: KilnClientSettings): KilnClient {
  return createClient<paths>({
    baseUrl: url,
    headers: { 'x-auth-token': token },
    // A parameter that is given more than once is repeated.
    querySerializer: { array: { style: 'form', explode: true } },
  });
}

/** The API refused. `problem` is absent where something else answered than Kiln. */
export class KilnRefusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDetails | undefined,
  ) {
    super(describe(status, problem));
    this.name = 'KilnRefusal';
  }
}

/** What the API answered; throws KilnRefusal where it refused. */
export function answerOf<T>(result: { data?: T; error?: unknown; response: Response }): T {
  const { data, error, response } = result;
  if (data !== undefined && response.ok) return data;
  const isProblem = typeof error === 'object' && error !== null && 'detail' in error;
  throw new KilnRefusal(response.status, isProblem ? (error as ProblemDetails) : undefined);
}

function describe(status: number, problem: ProblemDetails | undefined): string {
  const faults = (problem?.errors ?? []).map(({ path, detail }) => `\n  ${path}: ${detail}`);
  return `${status} ${problem?.detail ?? ''}${faults.join('')}`;
}
