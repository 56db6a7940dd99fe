import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { OMITTED } from '../expressions/expression';
import type { Expression } from '../expressions/expression';
import { mayBeMap } from '../expressions/operands';
import { parseExpression } from '../expressions/parse-expression';
import type { ParseContext } from '../expressions/parse-expression';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import { namesIn } from '../versions/template-keys';
import type { ResourceKeys } from '../versions/template-keys';
import type { TemplateVersion } from '../versions/template-version';

/** A resource as it is written: every section has the right form, but nothing in it is resolved or compared with its type. */
export interface WrittenResource {
  readonly name: string;
  readonly place: Place;
  /** The names that the version has for what it says. */
  readonly keys: ResourceKeys;
  readonly type: string;
  readonly description: string;
  readonly dependsOn: readonly string[];
  readonly properties: Expression;
  readonly metadata: Expression;
  readonly updatePolicy: Expression;
  readonly deletionPolicy: Expression | undefined;
  readonly externalId: Expression | undefined;
  readonly condition: ExactJson;
}

/** Where a part of a resource is written. */
export function placeOf(resource: Pick<WrittenResource, 'place' | 'keys'>, part: keyof ResourceKeys): Place {
  return placeIn(resource.place, resource.keys[part]);
}

function placeIn(place: Place, key: string | null): Place {
  return key === null ? place : place.at(key);
}

interface ResourceReading extends ParseContext {
  readonly version: TemplateVersion;
  /** For what is passed over. */
  readonly warnings: Faults;
}

/** Reads the entries of the `resources` section; those without a type are reported and left out. */
export function* readResources(
  entries: readonly (readonly [string, ExactJson])[],
  place: Place,
  reading: ResourceReading,
): Sliced<WrittenResource[]> {
  const read = yield* mapInSlices(entries, ([name, json]) => readResource(name, json, place.at(name), reading));
  return read.filter((resource) => resource !== null);
}

/** Reads one resource; `null` where it has no type to go on with. */
export function readResource(
  name: string,
  json: ExactJson,
  place: Place,
  reading: ResourceReading,
): WrittenResource | null {
  if (!isObject(json)) {
    return reading.faults.refuse(place, `expected a map that describes the resource, found ${describe(json)}`);
  }
  checkKeys(json, place, reading);
  const { keys } = reading.version;
  const part = (key: keyof ResourceKeys): Part => partOf(json, keys.resource[key], place, reading);
  const type = readType(part('type'), place);
  const sections = {
    properties: readMap(part('properties')),
    metadata: readMap(part('metadata')),
    updatePolicy: readMap(part('updatePolicy')),
    deletionPolicy: readText(part('deletionPolicy')),
    externalId: readText(part('externalId')),
  };
  const dependsOn = readDependsOn(part('dependsOn'));
  const description = readDescription(part('description'));
  const condition = readCondition(part('condition'));
  if (type === null) return null;
  return { name, place, keys: keys.resource, type, description, dependsOn, condition, ...sections };
}

function checkKeys(json: ExactObject, place: Place, { version, faults, warnings }: ResourceReading): void {
  const known = namesIn(version.keys.resource);
  for (const key of Object.keys(json)) {
    if (known.has(key)) continue;
    const detail = `a resource has no key \`${key}\`${didYouMean(key, known)}`;
    if (version.ignoresUnknownKeys) warnings.add(place.at(key), `${detail}: it is ignored`);
    else faults.add(place.at(key), detail);
  }
}

/** What a resource says under one of its keys. */
interface Part {
  /** `undefined`: nothing, or the version has no such key. */
  readonly json: ExactJson | undefined;
  readonly place: Place;
  readonly reading: ResourceReading;
}

function partOf(json: ExactObject, key: string | null, place: Place, reading: ResourceReading): Part {
  return { json: key === null ? undefined : own(json, key), place: placeIn(place, key), reading };
}

function readType({ json, place, reading }: Part, resource: Place): string | null {
  if (typeof json === 'string' && json !== '') return json;
  if (json === undefined)
    return reading.faults.refuse(resource, `expected a \`${reading.version.keys.resource.type}\``);
  return reading.faults.refuse(place, `expected the name of a resource type, found ${describe(json)}`);
}

function parse({ json, place, reading }: Part): Expression | undefined {
  return json === undefined ? undefined : parseExpression(json, place, reading);
}

function readMap(part: Part): Expression {
  const expression = parse(part) ?? OMITTED;
  if (expression.kind === 'omitted') return EMPTY;
  if (mayBeMap(expression)) return expression;
  part.reading.faults.add(part.place, `expected a map, found ${describe(part.json ?? null)}`);
  return EMPTY;
}

function readText(part: Part): Expression | undefined {
  const expression = parse(part) ?? OMITTED;
  if (expression.kind === 'omitted') return undefined;
  if (isText(expression)) return expression;
  part.reading.faults.add(part.place, `expected a text, found ${describe(part.json ?? null)}`);
  return undefined;
}

const EMPTY: Expression = { kind: 'literal', value: {} };

/** A function may turn out to be anything. */
function isText(expression: Expression): boolean {
  return expression.kind === 'literal' ? typeof expression.value === 'string' : expression.kind === 'call';
}

/** Nothing is not a condition, though a boolean, a name or a function may be. */
function readCondition({ json, place, reading }: Part): ExactJson {
  if (json === undefined) return true;
  if (json !== null) return json;
  reading.faults.add(place, 'expected the name of a condition or a boolean, found null');
  return true;
}

/** One name or a list of names; functions are not allowed. */
function readDependsOn({ json, place, reading }: Part): string[] {
  if (json === undefined) return [];
  if (typeof json === 'string') return [json];
  if (!Array.isArray(json)) {
    reading.faults.add(place, `expected the name of a resource or a list of names, found ${describe(json)}`);
    return [];
  }
  return json.filter((name, index) => {
    const named = typeof name === 'string';
    if (!named) reading.faults.add(place.at(index), `expected the name of a resource, found ${describe(name)}`);
    return named;
  });
}

function readDescription({ json = '', place, reading }: Part): string {
  const description = json ?? '';
  if (typeof description === 'string') return description;
  reading.faults.add(place, `expected a text, found ${describe(description)}`);
  return '';
}
