import type { Step } from '#resources';
import type { ClaimedNode } from './claimed-node';

/** What a type is told of a step. */
export function stepOf(node: ClaimedNode, given: Pick<Step, 'properties' | 'state' | 'signal' | 'providers'>): Step {
  return {
    resourceId: node.resource_id,
    resourceName: node.resource_name,
    stackName: node.stack_name,
    stackId: node.stack_id,
    project: node.project,
    physicalId: node.physical_id,
    now: new Date(),
    key: `kiln-${node.resource_id}`,
    ...given,
  };
}
