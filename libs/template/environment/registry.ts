import type { Json, JsonObject } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { isObject, own } from '../json';
import { isGlob, matchesGlob } from '../text/glob';
import { TypeEntries } from './type-entries';

/** What the registry makes of a type that a template names. */
export type TypeMapping =
  | { readonly kind: 'type'; readonly name: string }
  /** A template that stands for the resource. */
  | { readonly kind: 'template'; readonly name: string }
  | { readonly kind: 'endless'; readonly names: readonly string[] };

/** A type that leads on from entry to entry for longer than this never ends. */
const LONGEST_CHAIN = 20;

/**
 * The `resource_registry` of an environment
 * (https://docs.openstack.org/heat/latest/template_guide/environment.html). Entries for a resource, which
 * may be named by a glob, win over those for all; an entry that is `null` is none.
 */
export class Registry {
  private constructor(
    private readonly forAll: TypeEntries,
    private readonly byName: ReadonlyMap<string, TypeEntries>,
    private readonly byGlob: readonly (readonly [glob: string, entries: TypeEntries])[],
  ) {}

  static read(json: JsonObject, place: Place, faults: Faults): Registry {
    const forAll = Object.entries(json).filter(([name]) => !RESERVED.includes(name));
    const resources = readResources(own(json, 'resources') ?? {}, place.at('resources'), faults);
    return new Registry(
      readEntries(forAll, place, faults),
      new Map(resources.filter(([name]) => !isGlob(name))),
      resources.filter(([name]) => isGlob(name)),
    );
  }

  /** Follows the entries from a type to what is to be made in the end. */
  resolve(type: string, resource: string): TypeMapping {
    const names = [type];
    for (let current = type; names.length <= LONGEST_CHAIN; names.push(current)) {
      const next = this.next(current, resource);
      if (next === undefined || next === current) return mappingOf(current);
      current = next;
    }
    return { kind: 'endless', names };
  }

  private next(type: string, resource: string): string | undefined {
    const own = this.byName.get(resource)?.targetOf(type);
    if (own !== undefined) return own;
    for (const [glob, entries] of this.byGlob) {
      const target = matchesGlob(glob, resource) ? entries.targetOf(type) : undefined;
      if (target !== undefined) return target;
    }
    return this.forAll.targetOf(type);
  }
}

/** Keys of the registry that are no types. */
const RESERVED: readonly string[] = ['resources', 'base_url'];
/** Keys of a resource's entry that are no types. What is restricted matters to updates, which look for themselves. */
const RESOURCE_SETTINGS: readonly string[] = ['hooks', 'restricted_actions', 'base_url'];

function readResources(json: Json, place: Place, faults: Faults): [string, TypeEntries][] {
  if (isObject(json)) {
    return Object.entries(json).map(([name, value]) => [name, readResource(value, place.at(name), faults)]);
  }
  faults.add(place, `expected a map, found ${describe(json)}`);
  return [];
}

function readResource(json: Json, place: Place, faults: Faults): TypeEntries {
  if (!isObject(json)) faults.add(place, `expected a map, found ${describe(json)}`);
  const settings = isObject(json) ? json : {};
  if (own(settings, 'hooks') !== undefined) faults.add(place.at('hooks'), 'hooks are not supported yet');
  const types = Object.entries(settings).filter(([key]) => !RESOURCE_SETTINGS.includes(key));
  return readEntries(types, place, faults);
}

function readEntries(entries: readonly (readonly [string, Json])[], place: Place, faults: Faults): TypeEntries {
  const targets = entries.flatMap(([pattern, target]): [string, string][] => {
    if (typeof target === 'string') return [[pattern, target]];
    const detail = `expected the name of a type or template, found ${describe(target)}`;
    if (target !== null) faults.add(place.at(pattern), detail);
    return [];
  });
  return new TypeEntries(targets);
}

function mappingOf(name: string): TypeMapping {
  return { kind: isTemplateName(name) ? 'template' : 'type', name };
}

/** Templates are named as files or URLs, with the endings that Heat knows them by. */
function isTemplateName(name: string): boolean {
  return /\.(?:yaml|template)$/.test(name);
}
