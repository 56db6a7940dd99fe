import { equalValues } from '../equal-values';
import type { PreparedStack } from '../stack';

/**
 * The immutable parameters that an update would change, which is an error. The new template says what
 * is immutable; a parameter that only one of both has is no change. Values are compared in their type.
 */
export function changedImmutables(
  before: Pick<PreparedStack, 'parameters'>,
  after: Pick<PreparedStack, 'parameters'>,
): string[] {
  return [...after.parameters.values()]
    .filter(({ name, immutable, value }) => {
      const old = before.parameters.get(name);
      return immutable && old !== undefined && !equalValues(old.value, value);
    })
    .map(({ name }) => name);
}
