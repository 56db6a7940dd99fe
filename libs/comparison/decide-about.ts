import type { JsonObject } from '#contracts';
import type { SecretBox } from '#entities';
import { decideChange } from '#orchestration';
import type { Decision, MadeState } from '#orchestration';
import { changeRulesOf } from '#resources';
import type { Observation, ResourceType } from '#resources';
import { differingKeys } from '#template';
import { actualProperties, seenOf, withoutNulls } from './observed';
import type { LookedAtRow } from './observed';

/** A resource's row, as far as deciding about it needs it. */
export interface MadeRow extends LookedAtRow {
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

/**
 * What becomes of a resource that is there, now that all is known that it is to be. What was observed, where somebody
 * looked, takes the place of what is stored.
 */
export function decideAbout(
  row: MadeRow,
  inputs: WantedInputs,
  { type, secrets, observation }: { type: ResourceType; secrets: SecretBox; observation?: Observation | undefined },
): Decision {
  const open = (sealed: Buffer | null): JsonObject => (sealed === null ? {} : (secrets.open(sealed) as JsonObject));
  const made = open(row.sealed_properties);
  const previous = actualProperties(made, observation);
  const isMadeOf = isKnown(row);
  const wanted = observation === undefined ? inputs.properties : withoutNulls(inputs.properties);
  return decideChange(
    { ...madeState(row), ...seenOf(row, inputs.properties, observation) },
    {
      type: inputs.madeType,
      properties: isMadeOf ? differingKeys(previous, wanted) : null,
      asked: isMadeOf ? differingKeys(made, inputs.properties) : [],
      metadata: differingKeys(open(row.sealed_metadata), inputs.metadata ?? {}).length > 0,
    },
    changeRulesOf(type, { previous, properties: inputs.properties }),
  );
}

/** A resource's row as deciding about it needs it. */
export function madeState(row: Omit<MadeRow, 'sealed_properties' | 'sealed_metadata'>): MadeState {
  return {
    type: row.made_type,
    action: row.resource_action,
    status: row.resource_status,
    isMarked: row.marked_unhealthy,
  };
}

/** Whether it is known what the resource was made, or tried to be made, with. What was made with nothing has nothing stored. */
export function isKnown(row: Pick<MadeRow, 'sealed_properties' | 'resource_action' | 'resource_status'>): boolean {
  return row.sealed_properties !== null || row.resource_action !== 'CREATE' || row.resource_status === 'COMPLETE';
}

/** Why a change that a type refuses is refused. */
export function refusalOf(properties: readonly string[]): string {
  const names = properties.map((name) => `\`${name}\``).join(', ');
  return `${names} may never change: take the change back, or give the resource another name to have a new one made`;
}
