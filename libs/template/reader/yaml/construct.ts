import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Json } from '#contracts';
import { isObject, objectOf } from '../../json';
import type { TemplateLimits } from '../../limits';
import { constructScalar, tagOf } from './construct-scalar';

export type ReportFault = (node: { range?: readonly number[] | null }, detail: string) => void;

/** The value of a document's nodes; faults are reported, and what is faulty becomes `null`. */
export function constructDocument(root: Node | null, limits: TemplateLimits, report: ReportFault): Json {
  return new Construction(limits, report).valueOf(root);
}

/** A node that was named, to be written out again wherever its name is called. */
interface Anchored {
  /** `undefined` while the node is still being read. */
  value: Json | undefined;
  /** How many values it stands for. */
  size: number;
}

/** What PyYAML takes for the same key: `1`, `1.0` and `true` are equal to Python. */
type KeyIdentity = string | number | null;

class Construction {
  private readonly anchors = new Map<string, Anchored>();
  /** Values made so far, with those of aliases counted each time. */
  private values = 0;
  private aliased = 0;

  constructor(
    private readonly limits: TemplateLimits,
    private readonly report: ReportFault,
  ) {}

  valueOf(node: Node | null): Json {
    if (node === null) return null;
    if (isAlias(node)) return this.aliasedValue(node);
    const anchor = this.openAnchor(node);
    const before = this.values;
    this.values += 1;
    const value = this.ownValue(node);
    if (anchor !== undefined) Object.assign(anchor, { value, size: this.values - before });
    return value;
  }

  private ownValue(node: Node): Json {
    if (isMap<Node, Node | null>(node)) return this.mapOf(node);
    if (isSeq<Node>(node)) return this.listOf(node);
    return isScalar<string>(node) ? this.scalarOf(node) : null;
  }

  private openAnchor(node: Node): Anchored | undefined {
    const name = 'anchor' in node ? node.anchor : undefined;
    if (name === undefined) return undefined;
    if (this.anchors.has(name)) this.report(node, `the anchor \`${name}\` was set before`);
    const anchor: Anchored = { value: undefined, size: 0 };
    this.anchors.set(name, anchor);
    return anchor;
  }

  private aliasedValue(alias: Alias): Json {
    const anchor = this.anchors.get(alias.source);
    if (anchor === undefined) return this.refuse(alias, `the alias \`${alias.source}\` names no anchor before it`);
    if (anchor.value === undefined) return this.refuse(alias, `the alias \`${alias.source}\` stands for itself`);
    this.values += anchor.size;
    return this.countAliased(alias, anchor.size) ? anchor.value : null;
  }

  /** Whether what aliases stand for is still within the limit; the one that goes beyond it is reported. */
  private countAliased(alias: Alias, size: number): boolean {
    const limit = this.limits.aliasedValues;
    const wasWithin = this.aliased <= limit;
    this.aliased += size;
    if (this.aliased <= limit) return true;
    if (wasWithin) this.report(alias, `aliases stand for more than the limit of ${limit} values`);
    return false;
  }

  private scalarOf(node: Scalar<string>): Json {
    const constructed = constructScalar(node);
    return constructed.ok ? constructed.value : this.refuse(node, constructed.detail);
  }

  private listOf(node: YAMLSeq<Node>): Json {
    switch (tagOf(node)) {
      case 'seq':
        return node.items.map((item) => this.valueOf(item));
      case 'omap':
      case 'pairs':
        return node.items.map((item) => this.pairOf(item));
      default:
        return this.refuse(node, `the tag \`${node.tag ?? ''}\` cannot be used on a list`);
    }
  }

  /** `!!omap` and `!!pairs` are lists of maps of one entry, and read as lists of key and value. */
  private pairOf(node: Node | Pair<Node, Node | null>): Json {
    if (isPair(node)) return [this.valueOf(node.key), this.valueOf(node.value)];
    const value = this.valueOf(node);
    const entries = isObject(value) ? Object.entries(value) : [];
    return entries.length === 1 ? (entries[0] ?? null) : this.refuse(node, 'expected a map of a single entry');
  }

  private mapOf(node: YAMLMap<Node, Node | null>): Json {
    if (tagOf(node) !== 'map') return this.refuse(node, `the tag \`${node.tag ?? ''}\` cannot be used on a map`);
    const entries = new Map<KeyIdentity, readonly [string, Json]>();
    for (const [key, value] of this.mergedEntries(node)) entries.set(key, [key, value]);
    for (const pair of node.items) {
      if (!isMergeKey(pair)) this.setEntry(entries, pair);
    }
    return objectOf(entries.values());
  }

  private setEntry(entries: Map<KeyIdentity, readonly [string, Json]>, pair: Pair<Node, Node | null>): void {
    const key = this.keyOf(pair.key);
    const value = this.valueOf(pair.value);
    if (key === undefined) return;
    const identity = typeof key === 'boolean' ? Number(key) : key;
    const text = entries.get(identity)?.[0] ?? textOfKey(key);
    entries.set(identity, [text, value]);
  }

  /** Keys that are no texts are allowed, lists and maps are not: Python cannot look them up. */
  private keyOf(node: Node): Exclude<Json, object> | undefined {
    if (isScalar(node) && node.source === '=' && node.type === 'PLAIN') return '=';
    const key = this.valueOf(node);
    if (typeof key !== 'object' || key === null) return key;
    this.report(node, 'a list or map cannot be the key of a map');
    return undefined;
  }

  /** What `<<` brings in (https://yaml.org/type/merge.html): of a list of maps, the first one's entries win. */
  private mergedEntries(node: YAMLMap<Node, Node | null>): [string, Json][] {
    return node.items.filter(isMergeKey).flatMap((pair) => this.mergedFrom(pair.value));
  }

  private mergedFrom(node: Node | null): [string, Json][] {
    const value = this.valueOf(node);
    if (isObject(value)) return Object.entries(value);
    if (Array.isArray(value) && value.every(isObject)) return value.toReversed().flatMap(Object.entries<Json>);
    if (node !== null) this.report(node, 'expected a map or a list of maps to be merged by `<<`');
    return [];
  }

  private refuse(node: Node, detail: string): null {
    this.report(node, detail);
    return null;
  }
}

function isMergeKey(pair: Pair<Node, Node | null>): boolean {
  return isScalar(pair.key) && pair.key.source === '<<' && pair.key.type === 'PLAIN' && pair.key.tag === undefined;
}

/** Keys that were no texts become their JSON. */
function textOfKey(key: Exclude<Json, object>): string {
  return typeof key === 'string' ? key : String(key);
}
