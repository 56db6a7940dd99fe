import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import { Faults } from '../diagnostics/faults';
import { mapEntries } from '../expressions/operands';
import { mayReveal } from '../expressions/walk';
import { objectOf, own } from '../json';
import { evaluateMap, resourceProperties } from '../resources/resource-properties';
import type { TypedResource } from '../sections/map-types';
import type { Preparation, TemplateRequest } from '../sections/preparation';
import type { GivenValues } from '../sections/read-parameters';
import type { Sliced } from '../slices';
import type { PreparedStack, StackWorld } from '../stack';
import { UNKNOWN } from '../values';
import { descend } from './descend';
import { faultsAsFacade } from './facade';
import { memberDefinitions } from './member-definitions';

/**
 * Prepares the stacks that resources are made of, each in the environment that it will have, with the
 * parameters that the properties of its resource are. `world` has the resources that they stand among.
 */
export function* prepareNested(
  resources: ReadonlyMap<string, TypedResource>,
  world: StackWorld,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<Map<string, PreparedStack>> {
  const nested = new Map<string, PreparedStack>();
  // What is wrong with the properties themselves was told by then.
  const scope = new StackEvaluation(world, NOTHING_KNOWN, new Faults());
  for (const [name, resource] of resources) {
    const stack =
      resource.template === undefined
        ? yield* prepareMembers(resource, scope, request, preparation)
        : yield* prepareTemplate(resource, scope, request, preparation);
    if (stack !== undefined) nested.set(name, stack);
  }
  return nested;
}

function* prepareTemplate(
  resource: TypedResource,
  scope: StackEvaluation,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedStack | undefined> {
  const { template } = resource;
  if (template === undefined) return undefined;
  checkFacade(resource, request, preparation);
  const { source, entry } = template;
  const isCertain = resource.type === source.name && resource.condition === true;
  const inside = descend(resource, { name: source.name, isCertain }, preparation);
  if (inside === undefined) return undefined;
  const place = resource.place.at('properties');
  const given = {
    request: { ...givenProperties(resource, scope), place, areProperties: true },
    environment: { ...request.given.environment, parameters: {} },
  };
  const inner = { ...request, given, registry: request.registry.childOf(resource.name, entry) };
  return yield* preparation.nesting.steps.template(source, inner, inside);
}

/** Those that the template gives: what it leaves out is the nested template's to fill in. */
function givenProperties(resource: TypedResource, scope: StackEvaluation): Pick<GivenValues, 'values' | 'secret'> {
  const place = resource.place.at('properties');
  const given = evaluateMap(resource.properties, place, scope);
  const values = resourceProperties(resource, place, scope);
  const names = Object.keys(resource.schema.properties);
  if (given === UNKNOWN || values === UNKNOWN)
    return { values: objectOf(names.map((name) => [name, UNKNOWN] as const)) };
  const asGiven = names.filter((name) => own(given, name) !== undefined);
  const entries = mapEntries(resource.properties);
  const secret = asGiven.filter((name) => !mayReveal(entries?.get(name) ?? resource.properties, scope));
  return {
    values: objectOf(asGiven.map((name) => [name, own(values, name) ?? UNKNOWN] as const)),
    secret: new Set(secret),
  };
}

/** A template that stands for a type must be able to take its place. Heat's template validation does not look. */
function checkFacade(resource: TypedResource, { registry }: TemplateRequest, preparation: Preparation): void {
  const { name, type, template, schema } = resource;
  const { types, nesting, valueFaults } = preparation;
  if (template === undefined) return;
  const place = resource.place.at('type');
  const behind = registry.resolveBehind(type, name, (known) => types.find(known) !== undefined, template.entry);
  const replaced =
    behind.kind === 'template'
      ? nesting.sources.find(behind.name, place)?.schema
      : behind.kind === 'type'
        ? types.find(behind.name)
        : undefined;
  if (replaced === undefined) return;
  for (const fault of faultsAsFacade(schema, replaced)) {
    valueFaults.add(place, `\`${schema.type}\` cannot stand for \`${replaced.type}\`: it ${fault}`);
  }
}

function* prepareMembers(
  resource: TypedResource,
  scope: StackEvaluation,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedStack | undefined> {
  const members = memberDefinitions(resource, scope);
  if (members.length === 0) return undefined;
  const inside = descend(resource, { name: resource.schema.type, isCertain: resource.condition === true }, preparation);
  if (inside === undefined) return undefined;
  const inner = { ...request, registry: request.registry.childOf(resource.name) };
  return yield* preparation.nesting.steps.members(resource, members, inner, inside);
}
