import type { Faults } from '../diagnostics/faults';
import { isTemplateName } from '../environment/registry-tree';
import type { PreparedResource } from '../stack';
import type { Preparation } from './preparation';
import { placeOf } from './read-resources';
import type { WrittenResource } from './read-resources';

/** Refuses resources that would be taken over as they exist. */
export function refuseAdoption(resources: readonly WrittenResource[], faults: Faults): void {
  for (const resource of resources) {
    if (resource.externalId !== undefined) faults.add(placeOf(resource, 'externalId'), NO_ADOPTION);
  }
}

const NO_ADOPTION =
  'what exists already cannot be adopted yet: leave `external_id` out to have the resource made, ' +
  'or hand the id of what exists in as a parameter';

/** Tells of what the language has and no engine does yet. What is nested is not made, so that only the outermost counts. */
export function reportNotYet(
  resources: ReadonlyMap<string, PreparedResource>,
  { notYet, place, nesting, version, faults, warnings }: Preparation,
): void {
  if (notYet === undefined || nesting.descents.length > 0) return;
  const found = notYet === 'fault' ? faults : warnings;
  const { sections, resource: keys } = version.keys;
  for (const { name, schema, hooks } of resources.values()) {
    const at = place.at(sections.resources).at(name);
    if (isTemplateName(schema.type)) found.add(at.at(keys.type), noNestedStacks(schema.type));
    if (hooks.length > 0) found.add(at, `the environment has hooks for \`${name}\` (${hooks.join(', ')}): ${NO_HOOKS}`);
  }
}

function noNestedStacks(template: string): string {
  return `\`${template}\` is made as a nested stack, which Kiln cannot make yet: write its resources into this template`;
}

const NO_HOOKS = 'Kiln cannot stop at hooks yet';
