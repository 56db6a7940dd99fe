import type { Place } from '../diagnostics/place';
import { environmentJson } from '../environment/environment';
import type { Expression } from '../expressions/expression';
import { objectOf, own } from '../json';
import type { ExactObject } from '../json';
import { descriptionOf } from '../sections/description-of';
import type { Preparation, TemplateRequest } from '../sections/preparation';
import { bareWorld } from '../sections/prepare-world';
import { prepareWritten } from '../sections/prepare-written';
import { readResource } from '../sections/read-resources';
import type { WrittenResource } from '../sections/read-resources';
import type { Sliced } from '../slices';
import type { PreparedStack } from '../stack';
import { isKnown, isMap, UNKNOWN, withoutUnknown } from '../values';
import type { Value } from '../values';
import { findVersion } from '../versions/find-version';
import type { TemplateVersion } from '../versions/template-version';
import type { MemberDefinition } from './nesting';

/** The version of the language that Heat writes the templates of groups in. */
const VERSION = ['heat_template_version', '2015-04-30'] as const;

/**
 * Prepares the stack that a group makes of its members, of which a few stand for all. Functions in their
 * definitions were the outer template's, and have done their work.
 */
export function* prepareMembers(
  members: readonly MemberDefinition[],
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedStack> {
  const version = findVersion(...VERSION) ?? preparation.version;
  const inside = { ...preparation, version };
  const written = members.flatMap((member) => readMember(member, inside) ?? []);
  const names = new Set(members.map(({ name }) => name));
  preparation.nesting.count.resources += members.length;
  const known = { names: new Set<string>(), parameters: new Map(), pseudoParameters: new Map(), given: {} };
  const bare = bareWorld({ ...known, files: request.files }, inside);
  const { resources, world } = yield* prepareWritten({ enabled: written, names, world: bare }, request, inside);
  const template = templateOf(members, version);
  return {
    ...emptyStack(version),
    template,
    description: descriptionOf(),
    environment: environmentJson({ ...request.given.environment, parameters: {} }, request.registry.toJson()),
    ...{ resources, world },
  };
}

type EmptyStack = Omit<PreparedStack, 'template' | 'description' | 'environment' | 'resources' | 'world'>;

function emptyStack({ date, keys }: TemplateVersion): EmptyStack {
  const [parameters, conditions, outputs, pseudoParameters] = [new Map(), new Map(), new Map(), new Map()];
  return { version: date, keys, parameters, parameterGroups: [], conditions, outputs, pseudoParameters };
}

function templateOf(members: readonly MemberDefinition[], { date }: TemplateVersion): ExactObject {
  const resources = objectOf(members.map(({ name, definition }) => [name, withoutUnknown(definition)] as const));
  return { heat_template_version: date, resources };
}

/** A definition as it is written, with what is not known in it left so. */
function readMember(member: MemberDefinition, preparation: Preparation): WrittenResource | null {
  const { name, place, definition, reveals } = member;
  const { faults, warnings, version } = preparation;
  const functions = new Map<string, never>();
  const reading = {
    functions,
    absentFunctions: new Map<string, string>(),
    faults,
    warnings,
    truth: () => true,
    version,
  };
  const written = readResource(name, withoutUnknown(knownSections(definition)), place, reading);
  if (written === null || !isMap(definition)) return null;
  const section = (key: string): Expression => sectionOf(own(definition, key) ?? {}, place.at(key), reveals);
  return { ...written, properties: section('properties'), metadata: section('metadata') };
}

/** Of sections that are not known as a whole no more can be said. */
function knownSections(definition: Value): Value {
  if (!isMap(definition)) return definition;
  return objectOf(Object.entries(definition).filter(([, value]) => value !== UNKNOWN));
}

/** An expression that is the value; where this may be secret, one whose entries say so. */
function sectionOf(value: Value, place: Place, reveals: boolean): Expression {
  if (reveals || !isMap(value)) return expressionOf(value, place);
  return { kind: 'map', entries: Object.entries(value).map(([key, item]) => [key, computed(item)] as const), place };
}

function computed(value: Value): Expression {
  return { kind: 'call', name: '', call: { operands: [], evaluate: () => value, reveals: () => false } };
}

function expressionOf(value: Value, place: Place): Expression {
  if (isKnown(value)) return { kind: 'literal', value };
  if (value === UNKNOWN) return computed(value);
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item, index) => expressionOf(item, place.at(index))), place };
  }
  if (!isMap(value)) return { kind: 'literal', value: null };
  const entries = Object.entries(value).map(([key, item]) => [key, expressionOf(item, place.at(key))] as const);
  return { kind: 'map', entries, place };
}
