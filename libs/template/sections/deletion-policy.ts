import { describe, oneOf } from '../diagnostics/describe';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation } from '../expressions/expression';
import type { DeletionPolicy } from '../parent-resource';
import { UNKNOWN } from '../values';
import type { TypedResource } from './map-types';

const POLICIES: readonly DeletionPolicy[] = ['Delete', 'Retain', 'Snapshot'];

/** The policy of a resource, which may be made by functions of parameters; `Delete` where it says none. */
export function readDeletionPolicy(resource: TypedResource, scope: Evaluation): DeletionPolicy {
  if (resource.externalId !== undefined) return 'Retain';
  if (resource.deletionPolicy === undefined) return 'Delete';
  const place = resource.place.at('deletion_policy');
  const value = evaluate(resource.deletionPolicy, scope);
  if (value === UNKNOWN) return 'Delete';
  const policy = POLICIES.find((name) => name === value || name.toLowerCase() === value);
  if (policy === undefined) scope.report(place, () => `expected ${oneOf(POLICIES)}, found ${describe(value)}`);
  if (policy === 'Snapshot' && resource.schema.snapshots !== true) {
    scope.report(place, `the resource type \`${resource.schema.type}\` cannot make snapshots`);
  }
  return policy ?? 'Delete';
}
