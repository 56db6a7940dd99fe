import { isLookedAt, wasMade } from '#comparison';
import type { JsonObject } from '#contracts';
import type { SecretBox } from '#entities';
import type { ResourceType } from '#resources';
import type { ClaimedNode } from './claimed-node';

/** Whether a node's resource is looked at before it is decided about. A converge looks at all that there is. */
export function looksFirst(node: ClaimedNode, type: ResourceType): boolean {
  return isLookedAt(node, type, node.operation_action === 'CONVERGE' ? 'all' : 'failed');
}

/** A make or a change of it failed: where nothing can be told of it, it is decided about as if nobody had looked. */
export function canDoWithout({ resource_action: action, resource_status: status }: ClaimedNode): boolean {
  return status === 'FAILED' && action !== 'CHECK';
}

/** Whether it counted as made until it was looked at: only then is it news that it is not what it should be. */
export function canDrift(node: ClaimedNode): boolean {
  return node.operation_action === 'CONVERGE' && !canDoWithout(node) && wasMade(node);
}

/** What the thing was made with, or else is to be made with. */
export function propertiesToLookFor(node: ClaimedNode, wanted: JsonObject, secrets: SecretBox): JsonObject {
  if (node.sealed_properties !== null) return secrets.open(node.sealed_properties) as JsonObject;
  return wasMade(node) ? {} : wanted;
}

/** Until it is decided what is to be done with it, a resource is only looked at. */
export function isLook({ task }: ClaimedNode): boolean {
  return task === 'check' || task === 'decide';
}
