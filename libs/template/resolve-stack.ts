import { InvariantError } from '#contracts';
import type { Json, JsonObject } from '#contracts';
import type { Outcome } from './outcome';
import type { PreparedStack, ResolutionScope, ResolvedOutput } from './stack';

/**
 * The properties that the resource is to be made with: functions resolved, types converted, defaults
 * filled in, constraints checked on the final values. Paths of diagnostics point into the template.
 */
export function resolveProperties(
  _stack: PreparedStack,
  _resource: string,
  _scope: ResolutionScope,
): Outcome<JsonObject> {
  throw new InvariantError('not built yet');
}

/** The resource's metadata with its functions resolved; `{}` where the template has none. */
export function resolveMetadata(_stack: PreparedStack, _resource: string, _scope: ResolutionScope): Outcome<Json> {
  throw new InvariantError('not built yet');
}

/** Every output of the stack; one that fails has `error` and does not hold up the others. */
export function resolveOutputs(_stack: PreparedStack, _scope: ResolutionScope): ResolvedOutput[] {
  throw new InvariantError('not built yet');
}
