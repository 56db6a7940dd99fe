import { InvariantError } from '#contracts';
import type { Outcome } from './outcome';
import type { PrepareOptions, StackRequest } from './request';
import type { PreparedStack } from './stack';

/**
 * Reads and checks a template with its environment, files and parameters, and finds every fault at
 * once. Never throws for what a user can send. Linear in the size of the request.
 */
export function prepareStack(_request: StackRequest, _options: PrepareOptions): Outcome<PreparedStack> {
  throw new InvariantError('prepareStack is not built yet');
}
