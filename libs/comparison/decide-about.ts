import type { Action, JsonObject, Status } from '#contracts';
import type { SecretBox } from '#entities';
import { decideChange } from '#orchestration';
import type { Decision } from '#orchestration';
import { changeRulesOf } from '#resources';
import type { ResourceType } from '#resources';
import { differingKeys } from '#template';

/** A resource's row, as far as deciding about it needs it. */
export interface MadeRow {
  /** The type that makes it, after the environment's mapping. */
  made_type: string;
  resource_action: Action;
  resource_status: Status;
  sealed_properties: Buffer | null;
  sealed_metadata: Buffer | null;
}

/** What a resource is to be. */
export interface WantedInputs {
  /** Name of the type that makes it, after the environment's mapping. */
  readonly madeType: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject | null;
}

/** What becomes of a resource that is there, now that all is known that it is to be. */
export function decideAbout(row: MadeRow, inputs: WantedInputs, type: ResourceType, secrets: SecretBox): Decision {
  const open = (sealed: Buffer | null): JsonObject => (sealed === null ? {} : (secrets.open(sealed) as JsonObject));
  const previous = open(row.sealed_properties);
  return decideChange(
    { type: row.made_type, action: row.resource_action, status: row.resource_status },
    {
      type: inputs.madeType,
      properties: isKnown(row) ? differingKeys(previous, inputs.properties) : null,
      metadata: differingKeys(open(row.sealed_metadata), inputs.metadata ?? {}).length > 0,
    },
    changeRulesOf(type, { previous, properties: inputs.properties }),
  );
}

/** Whether it is known what the resource was made, or tried to be made, with. */
export function isKnown(row: Pick<MadeRow, 'sealed_properties' | 'resource_status'>): boolean {
  return row.sealed_properties !== null || row.resource_status === 'COMPLETE';
}

/** Why a change that a type refuses is refused. */
export function refusalOf(properties: readonly string[]): string {
  const names = properties.map((name) => `\`${name}\``).join(', ');
  return `${names} may never change: take the change back, or give the resource another name to have a new one made`;
}
