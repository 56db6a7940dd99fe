import { Faults } from '../diagnostics/faults';
import { tooDeepNesting, tooManyInTree } from '../limits';
import type { TypedResource } from '../sections/map-types';
import type { Findings, Nesting, Preparation } from '../sections/preparation';
import { placeOf } from '../sections/read-resources';
import type { Descent } from './nesting';

/**
 * What a nested stack is prepared with; `undefined` where there is to be none, which is reported: it would
 * stand too deep, in itself, or be one resource too many.
 */
export function descend(resource: TypedResource, descent: Descent, preparation: Preparation): Preparation | undefined {
  const { faults } = mapFindings(preparation);
  const fault = faultOfDescent(descent, preparation);
  if (fault !== undefined) {
    faults.add(placeOf(resource, 'type'), fault);
    return undefined;
  }
  const { nesting, requireParameters: _, ...rest } = preparation;
  const inner: Nesting = { ...nesting, descents: [...nesting.descents, descent] };
  const resourceName = resource.template === undefined ? undefined : resource.name;
  return { ...rest, ...mapFindings(preparation, resourceName), nesting: inner, requireParameters: false };
}

/** Where what is wrong inside a nested template goes, as far as it is to be a fault. */
function mapFindings(preparation: Preparation, resource?: string): Findings {
  const { faults, valueFaults, warnings, nestedChecks = 'values' } = preparation;
  return {
    faults: Faults.into(nestedChecks === 'text' ? warnings : faults, resource),
    valueFaults: Faults.into(nestedChecks === 'values' ? valueFaults : warnings, resource),
    warnings: Faults.into(warnings, resource),
  };
}

function faultOfDescent(descent: Descent, { nesting, limits }: Preparation): string | undefined {
  const { descents, count } = nesting;
  const circle = circleOf(descents, descent);
  const isDeep = descents.length >= limits.nestedDepth;
  if (circle.length > 0 && (isDeep || circle.every(({ isCertain }) => isCertain))) {
    return `the template contains itself: ${[descent, ...circle].flatMap(({ template }) => template ?? []).join(' → ')}`;
  }
  if (isDeep) return tooDeepNesting(limits.nestedDepth);
  return count.resources <= limits.treeResources ? undefined : tooManyInTree(limits.treeResources);
}

/** The way from a template down to itself. */
function circleOf(descents: readonly Descent[], descent: Descent): readonly Descent[] {
  if (descent.template === null) return [];
  const start = descents.findLastIndex(({ template }) => template === descent.template);
  return start === -1 ? [] : [...descents.slice(start + 1), descent];
}
