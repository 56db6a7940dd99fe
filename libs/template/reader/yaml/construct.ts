import { isCollection, isObject, objectOf } from '../../json';
import type { ExactJson } from '../../json';
import type { TemplateLimits } from '../../limits';
import { comparable } from '../../numbers/comparable';
import type { Comparable } from '../../numbers/comparable';
import { isNumber } from '../../numbers/written-number';
import { constructScalar, keyText, scalarTag, shortTag } from './construct-scalar';
import type { Scalar } from './construct-scalar';
import type { NodeBuilder, NodeProperties, NodeRole } from './node-builder';

export type ReportFault = (offset: number, detail: string) => void;

/** The key `<<` (https://yaml.org/type/merge.html). */
const MERGE = Symbol('<<');
type Built = ExactJson | typeof MERGE;

/** A node that was named, to be written out again wherever its name is called. */
interface Anchored {
  /** `undefined` while it is still being read. */
  value: ExactJson | undefined;
  /** How many values it stands for. */
  size: number;
}

/** What PyYAML takes for the same key: `1`, `1.0` and `true` are equal to Python. */
type KeyIdentity = string | Comparable | null;
type Entry = readonly [string, ExactJson];

/** Makes values of nodes as PyYAML's safe constructor does; faults are reported, and what is faulty becomes `null`. */
export class Construction implements NodeBuilder<Built> {
  private readonly anchors = new Map<string, Anchored>();
  /** Values made so far, with those of aliases counted each time. */
  private values = 0;
  private aliased = 0;
  /** What `values` was before each of the collections that are open. */
  private readonly starts: number[] = [];
  /** By map, the keys that were no texts; most maps have none. */
  private readonly otherKeys = new Map<ExactJson, Set<string>>();

  constructor(
    private readonly limits: TemplateLimits,
    private readonly report: ReportFault,
  ) {}

  /** Whether the key of a map that was made was a text, and did not become one. */
  isText(map: ExactJson, key: string): boolean {
    return this.otherKeys.get(map)?.has(key) !== true;
  }

  open(node: NodeProperties): void {
    this.starts.push(this.values);
    this.values += 1;
    this.declare(node);
  }

  scalar(text: string, plain: boolean, node: NodeProperties, role: NodeRole): Built {
    this.values += 1;
    const tag = scalarTag(text, plain, node.tag);
    if (role === 'key' && tag === 'merge') return MERGE;
    const constructed = constructScalar(text, role === 'key' && tag === 'value' ? 'str' : tag);
    const value = constructed.ok ? constructed.value : this.refuse(node.offset, constructed.detail);
    this.declare(node);
    this.finish(node, value, 1);
    return value;
  }

  alias(name: string, offset: number): Built {
    const anchored = this.anchors.get(name);
    if (anchored === undefined) return this.refuse(offset, `the alias \`${name}\` names no anchor before it`);
    if (anchored.value === undefined) return this.refuse(offset, `the alias \`${name}\` stands for itself`);
    this.values += anchored.size;
    return this.countAliased(anchored.size, offset) ? anchored.value : null;
  }

  list(items: Built[], node: NodeProperties): Built {
    return this.close(node, this.listValue(items.map(asValue), node));
  }

  map(entries: [Built, Built][], node: NodeProperties): Built {
    return this.close(node, this.mapValue(entries, node));
  }

  private listValue(items: ExactJson[], node: NodeProperties): ExactJson {
    switch (collectionTag(node, 'seq')) {
      case 'seq':
        return items;
      case 'omap':
      case 'pairs':
        return items.map((item) => this.pairOf(item, node));
      default:
        return this.refuse(node.offset, `the tag \`${node.tag ?? ''}\` cannot be used on a list`);
    }
  }

  /** `!!omap` and `!!pairs` are lists of maps of one entry, and read as lists of key and value. */
  private pairOf(item: ExactJson, node: NodeProperties): ExactJson {
    const [entry, ...rest] = isObject(item) ? Object.entries(item) : [];
    if (entry !== undefined && rest.length === 0) return entry;
    return this.refuse(node.offset, 'expected a list of maps of a single entry');
  }

  private mapValue(entries: readonly (readonly [Built, Built])[], node: NodeProperties): ExactJson {
    if (collectionTag(node, 'map') !== 'map') {
      return this.refuse(node.offset, `the tag \`${node.tag ?? ''}\` cannot be used on a map`);
    }
    return entries.every(isOrdinary) ? objectOf(entries) : this.unusualMap(entries, node);
  }

  /** A map that others are merged into, or that has keys which are no texts. */
  private unusualMap(entries: readonly (readonly [Built, Built])[], node: NodeProperties): ExactJson {
    const merges = entries.filter(([key]) => key === MERGE);
    const merged = merges.flatMap(([, value]) => this.mergedFrom(asValue(value), node));
    const values = new Map<KeyIdentity, Entry>(merged.map((entry) => [entry[0], entry]));
    for (const [key, value] of entries) {
      if (key !== MERGE) this.setEntry(values, key, asValue(value), node);
    }
    const map = objectOf(values.values());
    for (const [identity, [text]] of values) {
      if (typeof identity !== 'string') this.noteOther(map, text);
    }
    return map;
  }

  private noteOther(map: ExactJson, key: string): void {
    const keys = this.otherKeys.get(map) ?? new Set();
    this.otherKeys.set(map, keys.add(key));
  }

  /** Keys that are no texts become their JSON; lists and maps cannot be keys, as Python cannot look them up. */
  private setEntry(values: Map<KeyIdentity, Entry>, key: ExactJson, value: ExactJson, node: NodeProperties): void {
    if (isCollection(key)) {
      this.report(node.offset, 'a list or map cannot be the key of a map');
      return;
    }
    const identity = identityOf(key);
    const text = values.get(identity)?.[0] ?? keyText(key);
    values.set(identity, [text, value]);
  }

  /** What `<<` brings in: of a list of maps, the first one's entries win. */
  private mergedFrom(value: ExactJson, node: NodeProperties): [string, ExactJson][] {
    if (isObject(value)) return Object.entries(value);
    if (Array.isArray(value) && value.every(isObject)) return value.toReversed().flatMap(Object.entries<ExactJson>);
    this.report(node.offset, 'expected a map or a list of maps to be merged by `<<`');
    return [];
  }

  private declare({ anchor, offset }: NodeProperties): void {
    if (anchor === undefined) return;
    if (this.anchors.has(anchor)) this.report(offset, `the anchor \`${anchor}\` was set before`);
    this.anchors.set(anchor, { value: undefined, size: 0 });
  }

  private close(node: NodeProperties, value: ExactJson): ExactJson {
    this.finish(node, value, this.values - (this.starts.pop() ?? 0));
    return value;
  }

  private finish({ anchor }: NodeProperties, value: ExactJson, size: number): void {
    if (anchor !== undefined) this.anchors.set(anchor, { value, size });
  }

  /** Whether what aliases stand for is still within the limit; the one that goes beyond it is reported. */
  private countAliased(size: number, offset: number): boolean {
    const limit = this.limits.aliasedValues;
    const wasWithin = this.aliased <= limit;
    this.aliased += size;
    if (this.aliased <= limit) return true;
    if (wasWithin) this.report(offset, `aliases stand for more than the limit of ${limit} values`);
    return false;
  }

  private refuse(offset: number, detail: string): null {
    this.report(offset, detail);
    return null;
  }
}

function collectionTag({ tag }: NodeProperties, fallback: string): string {
  return tag === undefined || tag === '!' ? fallback : shortTag(tag);
}

function identityOf(key: Scalar): KeyIdentity {
  if (typeof key === 'boolean') return Number(key);
  return isNumber(key) ? comparable(key) : key;
}

/** Nearly every entry: nothing to merge, and a text as its key. */
function isOrdinary(entry: readonly [Built, Built]): entry is [string, ExactJson] {
  return typeof entry[0] === 'string' && entry[1] !== MERGE;
}

/** Merge keys are only ever keys. */
export function asValue(built: Built): ExactJson {
  return built === MERGE ? null : built;
}
