import type { Caller } from './caller';

/** Tells who a token belongs to. One implementation for each back end. */
export abstract class Authenticator {
  /** `undefined`: the token is of nobody, or has expired. Rejects where that can't be found out at the moment. */
  abstract authenticate(token: string): Promise<Caller | undefined>;
}
