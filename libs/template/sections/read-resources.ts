import type { Json, JsonObject } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Expression } from '../expressions/expression';
import { parseOrOmit } from '../expressions/parse-expression';
import type { ParseContext } from '../expressions/parse-expression';
import { isObject, own } from '../json';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import type { TemplateVersion } from '../versions/template-version';

/** A resource as it is written: every section has the right form, but nothing in it is resolved or compared with its type. */
export interface WrittenResource {
  readonly name: string;
  readonly place: Place;
  readonly type: string;
  readonly description: string;
  readonly dependsOn: readonly string[];
  readonly properties: Expression;
  readonly metadata: Expression;
  readonly updatePolicy: Expression;
  readonly deletionPolicy: Expression | undefined;
  readonly externalId: Expression | undefined;
  readonly condition: Json;
}

interface ResourceReading extends ParseContext {
  readonly version: TemplateVersion;
}

/** Reads the entries of the `resources` section; those without a type are reported and left out. */
export function* readResources(
  entries: readonly (readonly [string, Json])[],
  place: Place,
  reading: ResourceReading,
): Sliced<WrittenResource[]> {
  const read = yield* mapInSlices(entries, ([name, json]) => readResource(name, json, place.at(name), reading));
  return read.filter((resource) => resource !== null);
}

/** Reads one resource; `null` where it has no type to go on with. */
export function readResource(name: string, json: Json, place: Place, reading: ResourceReading): WrittenResource | null {
  if (!isObject(json)) {
    return reading.faults.refuse(place, `expected a map that describes the resource, found ${describe(json)}`);
  }
  checkKeys(json, place, reading);
  const type = readType(json, place, reading.faults);
  const sections = readSections(json, place, reading);
  const dependsOn = readDependsOn(own(json, 'depends_on'), place.at('depends_on'), reading.faults);
  const description = readDescription(json, place, reading.faults);
  const condition = readCondition(json, place, reading.faults);
  return type === null ? null : { name, place, type, description, dependsOn, condition, ...sections };
}

function checkKeys(json: JsonObject, place: Place, { version, faults }: ResourceReading): void {
  for (const key of Object.keys(json)) {
    if (!version.resourceKeys.has(key)) {
      const nearest = didYouMean(key, version.resourceKeys);
      faults.add(place.at(key), `a resource has no key \`${key}\`${nearest}`);
    }
  }
}

function readType(json: JsonObject, place: Place, faults: Faults): string | null {
  const type = own(json, 'type');
  if (typeof type === 'string' && type !== '') return type;
  if (type === undefined) return faults.refuse(place, 'expected a `type`');
  return faults.refuse(place.at('type'), `expected the name of a resource type, found ${describe(type)}`);
}

type Sections = Pick<WrittenResource, 'properties' | 'metadata' | 'updatePolicy' | 'deletionPolicy' | 'externalId'>;

function readSections(json: JsonObject, place: Place, reading: ResourceReading): Sections {
  const parse = (key: string): Expression | undefined => {
    const value = own(json, key);
    return value === undefined ? undefined : parseOrOmit(value, place.at(key), reading);
  };
  const parseMap = (key: string): Expression => {
    const expression = parse(key);
    if (expression === undefined || isMap(expression)) return expression ?? EMPTY;
    reading.faults.add(place.at(key), `expected a map, found ${describe(own(json, key) ?? null)}`);
    return EMPTY;
  };
  const parseText = (key: string): Expression | undefined => {
    const expression = parse(key);
    if (expression === undefined || isText(expression)) return expression;
    reading.faults.add(place.at(key), `expected a text, found ${describe(own(json, key) ?? null)}`);
    return undefined;
  };
  return {
    properties: parseMap('properties'),
    metadata: parseMap('metadata'),
    updatePolicy: parseMap('update_policy'),
    deletionPolicy: parseText('deletion_policy'),
    externalId: parseText('external_id'),
  };
}

const EMPTY: Expression = { kind: 'literal', value: {} };

/** A function may turn out to be anything. */
function isMap(expression: Expression): boolean {
  return expression.kind === 'literal' ? isObject(expression.value) : expression.kind !== 'list';
}

function isText(expression: Expression): boolean {
  return expression.kind === 'literal' ? typeof expression.value === 'string' : expression.kind === 'call';
}

/** Nothing is not a condition, though a boolean, a name or a function may be. */
function readCondition(json: JsonObject, place: Place, faults: Faults): Json {
  const condition = own(json, 'condition');
  if (condition === undefined) return true;
  if (condition !== null) return condition;
  faults.add(place.at('condition'), 'expected the name of a condition or a boolean, found null');
  return true;
}

/** One name or a list of names; functions are not allowed. */
function readDependsOn(json: Json | undefined, place: Place, faults: Faults): string[] {
  if (json === undefined) return [];
  if (typeof json === 'string') return [json];
  if (!Array.isArray(json)) {
    faults.add(place, `expected the name of a resource or a list of names, found ${describe(json)}`);
    return [];
  }
  return json.filter((name, index) => {
    const named = typeof name === 'string';
    if (!named) faults.add(place.at(index), `expected the name of a resource, found ${describe(name)}`);
    return named;
  });
}

function readDescription(json: JsonObject, place: Place, faults: Faults): string {
  const description = own(json, 'description') ?? '';
  if (typeof description === 'string') return description;
  faults.add(place.at('description'), `expected a text, found ${describe(description)}`);
  return '';
}
