import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { isObject, objectOf } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { compileGlob } from '../text/glob';
import { faultOfSetting, isSettingKey } from './resource-settings';
import type { SettingKey } from './resource-settings';

/** What stands for a type. */
export interface RegistryEntry {
  readonly kind: 'entry';
  /** The type, or `Prefix*` for all that begin so. */
  readonly pattern: string;
  /** A type, `Prefix*`, or the name of a template. */
  readonly target: string;
}

/** Entries by type; `resources`, and the names of resources below it, lead on to further branches. */
export interface RegistryBranch {
  readonly kind: 'branch';
  readonly nodes: Map<string, RegistryNode>;
}

/** `hooks` or `restricted_actions`. */
interface RegistrySetting {
  readonly kind: 'setting';
  readonly value: ExactJson;
}

export type RegistryNode = RegistryEntry | RegistryBranch | RegistrySetting;

export function emptyBranch(): RegistryBranch {
  return { kind: 'branch', nodes: new Map() };
}

/** Templates are named as files or URLs, with the endings that Heat knows them by. */
export function isTemplateName(name: string): boolean {
  return /\.(?:yaml|template)$/.test(name);
}

/** A branch that there is, or a new one at that place. */
export function branchIn({ nodes }: RegistryBranch, name: string): RegistryBranch {
  const present = nodes.get(name);
  if (present?.kind === 'branch') return present;
  const branch = emptyBranch();
  nodes.set(name, branch);
  return branch;
}

/**
 * Writes the lines of a registry into a branch, one after the other: later ones replace earlier ones of
 * the same name, and `null` takes away what is there by then. What cannot be read is reported.
 */
export function loadInto(
  branch: RegistryBranch,
  json: ExactObject,
  placeOf: (key: string) => Place,
  faults: Faults,
): void {
  for (const [key, value] of Object.entries(json)) {
    const place = placeOf(key);
    if (value === null) remove(branch, key);
    else if (isSettingKey(key)) loadSetting(branch, key, value, { place, faults });
    else if (isObject(value)) loadBranch(branch, key, value, { place, faults });
    else if (typeof value === 'string') branch.nodes.set(key, entryOf(key, value));
    else faults.add(place, `expected the name of a type or template, found ${describe(value)}`);
  }
}

interface Loading {
  readonly place: Place;
  readonly faults: Faults;
}

function loadSetting(
  branch: RegistryBranch,
  key: SettingKey,
  value: Exclude<ExactJson, null>,
  { place, faults }: Loading,
): void {
  const fault = faultOfSetting(key, value);
  if (fault === undefined) branch.nodes.set(key, { kind: 'setting', value });
  else faults.add(place, fault);
}

/** A map with nothing in it makes no branch. */
function loadBranch(branch: RegistryBranch, key: string, value: ExactObject, { place, faults }: Loading): void {
  if (Object.keys(value).length > 0) loadInto(branchIn(branch, key), value, (inner) => place.at(inner), faults);
}

/** The name of a template stands for that template, whatever it is mapped to. */
function entryOf(pattern: string, target: string): RegistryEntry {
  return { kind: 'entry', pattern, target: isTemplateName(pattern) ? pattern : target };
}

/** `Prefix*` takes away every entry that begins so, itself too. */
function remove({ nodes }: RegistryBranch, key: string): void {
  if (!key.endsWith('*')) {
    nodes.delete(key);
    return;
  }
  for (const [name, node] of nodes) {
    if (node.kind === 'entry' && name.startsWith(key.slice(0, -1))) nodes.delete(name);
  }
}

/** The branch as it could be written in an environment. */
export function branchJson({ nodes }: RegistryBranch): ExactObject {
  return objectOf([...nodes].map(([key, node]) => [key, nodeJson(node)] as const));
}

function nodeJson(node: RegistryNode): ExactJson {
  switch (node.kind) {
    case 'entry':
      return node.target;
    case 'setting':
      return node.value;
    case 'branch':
      return branchJson(node);
  }
}

/**
 * The registry of the nested stack of a resource: what stands below its name, or below globs that match
 * it, stands below `resources` itself. The template that the nested stack is made of no longer stands for
 * its type, so that the type means in there what it means without it.
 */
export function childBranch(
  root: RegistryBranch,
  resource: string,
  template: RegistryEntry | undefined,
): RegistryBranch {
  const child = copyWithout(root, template);
  const resources = branchIn(child, 'resources');
  const matching = [...resources.nodes].filter(([glob]) => compileGlob(glob)(resource)).map(([, node]) => node);
  const inner = emptyBranch();
  for (const node of [...matching, resources.nodes.get(resource)]) {
    if (node?.kind !== 'branch') continue;
    for (const [key, value] of node.nodes) inner.nodes.set(key, value);
  }
  child.nodes.set('resources', inner);
  return child;
}

function copyWithout({ nodes }: RegistryBranch, left: RegistryEntry | undefined): RegistryBranch {
  const kept = [...nodes].filter(([, node]) => node !== left);
  const copied = kept.map(([key, node]) => [key, node.kind === 'branch' ? copyWithout(node, left) : node] as const);
  return { kind: 'branch', nodes: new Map(copied) };
}
