import type { ChangeRules } from '#orchestration';
import type { PropertyChange, ResourceType } from './resource-type';

/** What a type says of a change of its properties. */
export function changeRulesOf(type: ResourceType, change: PropertyChange): ChangeRules {
  const { properties, anyProperties } = type.schema;
  const mustReplace = type.mustReplace?.(change) ?? false;
  return {
    renewed: type.renewed ?? false,
    updates: type.update !== undefined && !mustReplace,
    isUpdateAllowed: (name) => properties[name]?.updateAllowed ?? anyProperties ?? false,
    isImmutable: (name) => properties[name]?.immutable ?? false,
  };
}
