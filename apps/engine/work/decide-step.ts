import { randomUUID } from 'node:crypto';
import type { JsonObject, ResourceId } from '#contracts';
import type { SecretBox } from '#entities';
import { decideChange } from '#orchestration';
import type { Decision } from '#orchestration';
import { changeRulesOf } from '#resources';
import type { ResourceType } from '#resources';
import { differingKeys } from '#template';
import type { Beginning } from '../commit/change';
import type { ClaimedNode } from './claimed-node';
import type { StepInputs } from './step-inputs';

/** A resource's row, as far as deciding about it needs it. */
export type MadeRow = Pick<
  ClaimedNode,
  'made_type' | 'resource_action' | 'resource_status' | 'sealed_properties' | 'sealed_metadata'
>;

/** What becomes of a resource that is there, now that all is known that it is to be. */
export function decideAbout(row: MadeRow, inputs: StepInputs, type: ResourceType, secrets: SecretBox): Decision {
  const open = (sealed: Buffer | null): JsonObject => (sealed === null ? {} : (secrets.open(sealed) as JsonObject));
  const previous = open(row.sealed_properties);
  const isKnown = row.sealed_properties !== null || row.resource_status === 'COMPLETE';
  return decideChange(
    { type: row.made_type, action: row.resource_action, status: row.resource_status },
    {
      type: inputs.madeType,
      properties: isKnown ? differingKeys(previous, inputs.properties) : null,
      metadata: differingKeys(open(row.sealed_metadata), inputs.metadata ?? {}).length > 0,
    },
    changeRulesOf(type, { previous, properties: inputs.properties }),
  );
}

/** How a step begins that was decided upon. */
export function beginningOf(change: 'create' | 'update' | 'replace', type: ResourceType): Beginning {
  return {
    task: change === 'update' ? 'update' : 'create',
    madeType: type.schema.type,
    replacement: change === 'replace' ? (randomUUID() as ResourceId) : null,
    tells: type.instant !== true,
  };
}

/** Why a change that a type refuses is refused. */
export function refusalOf(properties: readonly string[]): string {
  const names = properties.map((name) => `\`${name}\``).join(', ');
  return `${names} may never change: take the change back, or give the resource another name to have a new one made`;
}
