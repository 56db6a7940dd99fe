import type { Faults } from '../diagnostics/faults';
import { isTemplateName } from '../environment/registry-tree';
import type { PreparedResource } from '../stack';
import type { Preparation } from './preparation';
import type { WrittenResource } from './read-resources';

/** Refuses resources that would be taken over as they exist. */
export function refuseAdoption(resources: readonly WrittenResource[], faults: Faults): void {
  for (const { place, externalId } of resources) {
    if (externalId !== undefined) faults.add(place.at('external_id'), NO_ADOPTION);
  }
}

const NO_ADOPTION =
  'what exists already cannot be adopted yet: leave `external_id` out to have the resource made, ' +
  'or hand the id of what exists in as a parameter';

/** Tells of what the language has and no engine does yet. What is nested is not made, so that only the outermost counts. */
export function reportNotYet(
  resources: ReadonlyMap<string, PreparedResource>,
  { notYet, place, nesting, faults, warnings }: Preparation,
): void {
  if (notYet === undefined || nesting.descents.length > 0) return;
  const found = notYet === 'fault' ? faults : warnings;
  for (const { name, schema, hooks } of resources.values()) {
    const at = place.at('resources').at(name);
    if (isTemplateName(schema.type)) found.add(at.at('type'), noNestedStacks(schema.type));
    if (hooks.length > 0) found.add(at, `the environment has hooks for \`${name}\` (${hooks.join(', ')}): ${NO_HOOKS}`);
  }
}

function noNestedStacks(template: string): string {
  return `\`${template}\` is made as a nested stack, which Kiln cannot make yet: write its resources into this template`;
}

const NO_HOOKS = 'Kiln cannot stop at hooks yet';
