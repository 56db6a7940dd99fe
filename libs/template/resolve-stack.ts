import { InvariantError } from '#contracts';
import type { JsonObject } from '#contracts';
import { Faults } from './diagnostics/faults';
import type { Place } from './diagnostics/place';
import { toDiagnostics } from './diagnostics/to-diagnostics';
import { AskedFacts } from './evaluation/asked-facts';
import { StackEvaluation } from './evaluation/stack-evaluation';
import { evaluateWithin } from './expressions/evaluate';
import type { Evaluation } from './expressions/expression';
import { objectOf } from './json';
import type { ExactObject } from './json';
import type { Outcome } from './outcome';
import { evaluateMap, resourceProperties } from './resources/resource-properties';
import { TEMPLATE } from './sections/read-request';
import type { PreparedOutput, PreparedResource, PreparedStack, ResolutionScope, ResolvedOutput } from './stack';
import { isKnown, isPlain, plainJson, UNKNOWN, withoutUnknown } from './values';
import type { Value } from './values';

/**
 * The properties that the resource is to be made with: functions resolved, types converted, defaults
 * filled in, constraints checked on the final values. What is needed and not known is a fault. Paths
 * of diagnostics point into the template. The stack must have the resource.
 */
export function resolveProperties(stack: PreparedStack, resource: string, scope: ResolutionScope): Outcome<JsonObject> {
  const place = placeIn(stack, resource, 'properties');
  const prepared = resourceOf(stack, resource);
  return resolve(stack, scope, place, (evaluation) => resourceProperties(prepared, place, evaluation));
}

/** The resource's metadata with its functions resolved; `{}` where the template has none. */
export function resolveMetadata(stack: PreparedStack, resource: string, scope: ResolutionScope): Outcome<JsonObject> {
  const place = placeIn(stack, resource, 'metadata');
  const { metadata } = resourceOf(stack, resource);
  return resolve(stack, scope, place, (evaluation) => evaluateMap(metadata, place, evaluation));
}

/** Every output of the stack, in the template's order; one that fails has `error` and does not hold up the others. */
export function resolveOutputs(stack: PreparedStack, scope: ResolutionScope): ResolvedOutput[] {
  return [...stack.outputs.values()].map((output) => resolveOutput(output, stack, scope));
}

function resolveOutput(output: PreparedOutput, stack: PreparedStack, scope: ResolutionScope): ResolvedOutput {
  const { name, description } = output;
  const faults = new Faults();
  const value = evaluateWithin(output.value, output.place, new StackEvaluation(stack.world, scope, faults));
  if (faults.none) return { name, description, value: plainJson(withoutUnknown(value)) };
  const error = faults.list().map(({ detail }) => detail);
  return { name, description, value: null, error: error.join('; ') };
}

type Values = Record<string, Value> | typeof UNKNOWN;

function resolve(
  stack: PreparedStack,
  scope: ResolutionScope,
  place: Place,
  evaluateSection: (evaluation: Evaluation) => Values,
): Outcome<JsonObject> {
  const faults = new Faults();
  const asked = new AskedFacts(scope);
  const values = evaluateSection(new StackEvaluation(stack.world, asked, faults));
  if (faults.none) {
    const known = values === UNKNOWN ? undefined : plainMap(values);
    if (known !== undefined) return { ok: true, value: known, warnings: [] };
    reportUnknown(values, asked, place, faults);
  }
  const document = { root: ['template'], value: stack.template, locate: () => undefined };
  return { ok: false, diagnostics: toDiagnostics(faults, [document]) };
}

/** `undefined` where something is not known yet. As a rule the values are plain, and are looked at once. */
function plainMap(values: Record<string, Value>): JsonObject | undefined {
  if (isPlainMap(values)) return values;
  return isKnownMap(values)
    ? objectOf(Object.entries(values).map(([name, value]) => [name, plainJson(value)]))
    : undefined;
}

function isPlainMap(values: Record<string, Value>): values is JsonObject {
  return Object.values(values).every(isPlain);
}

function isKnownMap(values: Record<string, Value>): values is ExactObject {
  return Object.values(values).every(isKnown);
}

function reportUnknown(values: Values, asked: AskedFacts, place: Place, faults: Faults): void {
  const entries = values === UNKNOWN ? [] : Object.entries(values).filter(([, value]) => !isKnown(value));
  const places = values === UNKNOWN ? [place] : entries.map(([name]) => place.at(name));
  for (const at of places) faults.add(at, `not known yet: ${asked.missing() || 'a parameter without a value'}`);
}

/** Where a part of a resource stands in the template. */
export function placeIn({ keys }: PreparedStack, resource: string, part: 'properties' | 'metadata'): Place {
  return TEMPLATE.at(keys.sections.resources).at(resource).at(keys.resource[part]);
}

/** The stack must have the resource. */
export function resourceOf(stack: PreparedStack, name: string): PreparedResource {
  const resource = stack.resources.get(name);
  if (resource === undefined) throw new InvariantError(`the stack has no resource ${name}`);
  return resource;
}
