import type { ForeseenResource, ForeseenStack } from '#comparison';
import { foreseeNewStack } from '#comparison';
import { Disclosure, lookAtOutputs, MASK } from '#template';
import type { ExactJson, PreparedStack, PropertyDifference, ResolutionScope, Secrets, Sliced } from '#template';
import {
  PreviewDto,
  PreviewedOutputDto,
  PreviewedPropertyDto,
  PreviewedResourceDto,
} from '../../previews/dto/preview.dto';

/** Whether what a property of a resource was until now may be shown. */
export type MayShowPast = (resource: ForeseenResource, property: string | undefined) => boolean;

/** What must not be shown of a stack. */
export interface Shown {
  readonly secrets: Secrets;
  /** `false`: nothing of it may. */
  readonly any: boolean;
  readonly past: MayShowPast;
}

/** What becomes of a stack as answers show it: masked where a hidden parameter went in. */
export function* previewView(
  stack: PreparedStack,
  { resources, scope }: ForeseenStack,
  shown: Shown,
): Sliced<PreviewDto> {
  const disclosure = new Disclosure(stack, shown.secrets);
  const views: PreviewedResourceDto[] = [];
  for (const resource of resources) {
    const nested = yield* nestedView(stack, resource, disclosure, shown);
    views.push({ ...resourceView(resource, disclosure, shown), ...(nested ? { nested } : {}) });
    yield;
  }
  return { resources: views, outputs: outputViews(stack, scope, disclosure, shown.any) };
}

function resourceView(resource: ForeseenResource, disclosure: Disclosure, shown: Shown): PreviewedResourceDto {
  const { name, type, change, reason, differences } = resource;
  const property = ({ path, property: within, from, to, known }: PropertyDifference): PreviewedPropertyDto => ({
    path,
    from: masked(from, shown.any && shown.past(resource, within)),
    to: masked(to, shown.any && disclosure.property(name, within)),
    known,
  });
  return { resource_name: name, resource_type: type, change, properties: differences.map(property), reason };
}

function outputViews(
  stack: PreparedStack,
  scope: ResolutionScope,
  disclosure: Disclosure,
  any: boolean,
): PreviewedOutputDto[] {
  return lookAtOutputs(stack, scope).map(({ name, description, value, known }) => ({
    output_key: name,
    output_value: masked(value, any && disclosure.output(name)),
    description,
    known,
  }));
}

/** That something is not there is no secret. */
function masked(value: ExactJson, isShown: boolean): ExactJson {
  return isShown || value === null ? value : MASK;
}

/** Of stacks that are there already it is not known what they have; those that are to be made are all new. */
function* nestedView(
  stack: PreparedStack,
  { name, change }: ForeseenResource,
  disclosure: Disclosure,
  { secrets, any }: Shown,
): Sliced<PreviewDto | undefined> {
  const nested = stack.resources.get(name)?.nested;
  if (nested === undefined || (change !== 'create' && change !== 'replace')) return undefined;
  // Its parameters are the properties of the resource, and what is hidden out here need not be hidden in there.
  const isOpen = any && disclosure.property(name, undefined);
  const parameters = new Set([...secrets.parameters, ...stack.world.hidden]);
  const shown = { secrets: { ...secrets, parameters }, any: isOpen, past: () => true };
  return yield* previewView(nested, yield* foreseeNewStack(nested), shown);
}
