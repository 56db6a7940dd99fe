import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import { Faults } from '../diagnostics/faults';
import { evaluate } from '../expressions/evaluate';
import { mapEntries } from '../expressions/operands';
import { mayReveal } from '../expressions/walk';
import { objectOf, own } from '../json';
import { evaluateMap, resourceProperties } from '../resources/resource-properties';
import type { TypedResource } from '../sections/map-types';
import type { Findings, Preparation, TemplateRequest } from '../sections/preparation';
import type { GivenValues } from '../sections/read-parameters';
import { placeOf } from '../sections/read-resources';
import type { Sliced } from '../slices';
import type { DeletionPolicy, ParentResource } from '../parent-resource';
import type { PreparedResource, PreparedStack, StackWorld } from '../stack';
import { UNKNOWN } from '../values';
import { descend } from './descend';
import { faultsAsFacade } from './facade';
import { memberDefinitions } from './member-definitions';

/** The resources of a template, among which those stand that are made of stacks. */
interface Siblings {
  readonly typed: ReadonlyMap<string, TypedResource>;
  readonly prepared: ReadonlyMap<string, PreparedResource>;
  /** With the resources in it. */
  readonly world: StackWorld;
}

/**
 * Prepares the stacks that resources are made of, each in the environment that it will have, with the
 * parameters that the properties of its resource are.
 */
export function* prepareNested(
  { typed, prepared, world }: Siblings,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<Map<string, PreparedStack>> {
  const nested = new Map<string, PreparedStack>();
  // What is wrong with the properties themselves was told by then.
  const scope = new StackEvaluation(world, NOTHING_KNOWN, new Faults());
  for (const [name, resource] of typed) {
    const stack = isTemplate(resource)
      ? yield* prepareTemplate(resource, scope, request, withParent(resource, prepared.get(name), scope, preparation))
      : yield* prepareMembers(resource, scope, request, preparation);
    if (stack === undefined) continue;
    nested.set(name, stack);
    // However little there is in each of them: there may be many.
    yield;
  }
  return nested;
}

function withParent(
  resource: TypedResource,
  prepared: PreparedResource | undefined,
  scope: StackEvaluation,
  preparation: Preparation,
): Preparation {
  return { ...preparation, parentResource: parentOf(resource, prepared?.deletionPolicy ?? 'Delete', scope) };
}

/** What the nested template can see of the resource that it stands for. */
function parentOf(resource: TypedResource, deletionPolicy: DeletionPolicy, scope: StackEvaluation): ParentResource {
  const metadata = evaluateMap(resource.metadata, placeOf(resource, 'metadata'), scope);
  return { metadata, deletionPolicy, updatePolicy: evaluate(resource.updatePolicy, scope) };
}

type TemplateResource = TypedResource & Required<Pick<TypedResource, 'template'>>;

function isTemplate(resource: TypedResource): resource is TemplateResource {
  return resource.template !== undefined;
}

function* prepareTemplate(
  resource: TemplateResource,
  scope: StackEvaluation,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedStack | undefined> {
  checkFacade(resource, request, preparation);
  const { source, entry } = resource.template;
  const isCertain = resource.type === source.name && resource.condition === true;
  const inside = descend(resource, { template: source.name, isCertain }, preparation);
  if (inside === undefined) return undefined;
  const place = placeOf(resource, 'properties');
  const given = {
    request: { ...givenProperties(resource, scope), place, areProperties: true },
    environment: { ...request.given.environment, parameters: {} },
  };
  const inner = { ...request, given, registry: request.registry.childOf(resource.name, entry) };
  return yield* preparation.nesting.steps.template(source, inner, inside);
}

/** Those that the template gives: what it leaves out is the nested template's to fill in. */
function givenProperties(resource: TypedResource, scope: StackEvaluation): Pick<GivenValues, 'values' | 'secret'> {
  const place = placeOf(resource, 'properties');
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
function checkFacade(resource: TemplateResource, { registry }: TemplateRequest, preparation: Preparation): void {
  const { name, type, template, schema } = resource;
  const { types, nesting, valueFaults } = preparation;
  const place = placeOf(resource, 'type');
  const behind = registry.resolveBehind(type, name, (known) => types.find(known) !== undefined, template.entry);
  const replaced =
    behind.kind === 'template'
      ? nesting.sources.find(behind.name, place, valueFaults)?.schema
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
  const inside = descend(resource, { template: null, isCertain: false }, preparation);
  if (inside === undefined) return undefined;
  const inner = { ...request, registry: request.registry.childOf(resource.name) };
  const masked = { ...inside, ...maskedFindings(inside, scope) };
  return yield* preparation.nesting.steps.members(members, inner, { ...masked, ...leniencyFor(resource) });
}

/** What is hidden in the outer stack may have gone into the definitions of members, whose own stack hides nothing. */
function maskedFindings({ faults, valueFaults, warnings }: Findings, scope: StackEvaluation): Findings {
  const masked = (found: Faults): Faults => Faults.masked(found, (detail) => scope.masked(detail));
  return { faults: masked(faults), valueFaults: masked(valueFaults), warnings: masked(warnings) };
}

/** Where nothing makes the group itself, that is told, and nobody comes to make its members. */
function leniencyFor({ schema }: TypedResource): Partial<Preparation> {
  return schema.available === false ? { acceptUnavailable: true } : {};
}
