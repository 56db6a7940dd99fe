import { withoutNulls } from '#comparison';
import type { DriftedProperty, Json, JsonObject } from '#contracts';
import type { Observation } from '#resources';
import { differingKeys, MASK, maskHidden } from '#template';
import type { Drift } from '../commit/change';
import { shown } from './failed-step';

/** What of a drift may be shown. */
export interface Masks {
  /** Texts that nobody may see. */
  readonly hidden: readonly string[];
  /** Whether nothing hidden went into the property. */
  readonly shows: (property: string) => boolean;
}

/** A value may be of any size; who wants all of it looks at the thing. */
const LONGEST_VALUE = 300;

/** Whether a thing is not as it was made. */
export function isDrift(made: JsonObject, observation: Observation): boolean {
  return observation.outcome !== 'found' || drifted(made, observation.properties).length > 0;
}

/**
 * Says how it is not, for people. What is found where something hidden was expected is masked too: it may be an older
 * secret, or somebody else's.
 */
export function describeDrift(made: JsonObject, observation: Observation, masks: Masks): Drift {
  switch (observation.outcome) {
    case 'gone':
      return { reason: 'it is gone', properties: [] };
    case 'broken':
      return { reason: shown(`it is broken: ${observation.reason}`, masks.hidden), properties: [] };
    case 'found': {
      const found = observation.properties;
      const properties = drifted(made, found).map((property) => describeProperty(property, { made, found }, masks));
      const parts = properties.map((each) => `\`${each.property}\` is ${each.found}, and should be ${each.expected}`);
      return { reason: shown(`it is not as it was made: ${parts.join('; ')}`, masks.hidden), properties };
    }
  }
}

function drifted(made: JsonObject, found: JsonObject): string[] {
  const expected = Object.entries(made).filter(([name]) => Object.hasOwn(found, name));
  return differingKeys(withoutNulls(Object.fromEntries(expected)), withoutNulls(found));
}

function describeProperty(
  property: string,
  { made, found }: { made: JsonObject; found: JsonObject },
  { hidden, shows }: Masks,
): DriftedProperty {
  const values = [made[property] ?? null, found[property] ?? null];
  const isOpen = shows(property) && values.every((value) => !holdsHidden(value, hidden));
  const [expected = MASK, actual = MASK] = isOpen ? values.map(textOf) : [];
  return { property, expected, found: actual };
}

/** Looked for in the texts themselves too: JSON writes some characters otherwise. */
function holdsHidden(value: Json, hidden: readonly string[]): boolean {
  const holds = (text: string): boolean => maskHidden(text, hidden) !== text;
  return holds(JSON.stringify(value)) || textsIn(value).some(holds);
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
}

function textOf(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}
