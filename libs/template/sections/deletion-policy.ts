import { oneOf } from '../diagnostics/describe';
import { describeResult } from '../expressions/describe-result';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation } from '../expressions/expression';
import type { DeletionPolicy } from '../parent-resource';
import { UNKNOWN } from '../values';
import type { TypedResource } from './map-types';
import { placeOf } from './read-resources';

/**
 * The policy of a resource, which may be made by functions of parameters; `Delete` where it says none.
 * `policies` are the spellings that the template's version takes.
 */
export function readDeletionPolicy(
  resource: TypedResource,
  policies: ReadonlyMap<string, DeletionPolicy>,
  scope: Evaluation,
): DeletionPolicy {
  if (resource.externalId !== undefined) return 'Retain';
  const expression = resource.deletionPolicy;
  if (expression === undefined) return 'Delete';
  const place = placeOf(resource, 'deletionPolicy');
  const value = evaluate(expression, scope);
  if (value === UNKNOWN) return 'Delete';
  const policy = typeof value === 'string' ? policies.get(value) : undefined;
  if (policy === undefined) {
    const names = [...new Set(policies.values())];
    const found = (): string => describeResult(value, expression, scope);
    scope.report(place, () => `expected ${oneOf(names)}, found ${found()}`);
  }
  if (policy === 'Snapshot' && resource.schema.snapshots !== true) {
    scope.report(place, `the resource type \`${resource.schema.type}\` cannot make snapshots`);
  }
  return policy ?? 'Delete';
}
