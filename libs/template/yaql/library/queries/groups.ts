import { textLength } from '../../../text/length';
import { YaqlFault } from '../../fault';
import { checkMemory } from '../../runtime/admit';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { areEqual } from '../../values/equality';
import { hashKey } from '../../values/hash';
import { isDictionary, isKind, isSequence } from '../../values/kinds';
import { mapSize } from '../../values/size';
import { Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { method, optional, required, stream } from '../define';
import { COLLECTION, LAMBDA } from '../types';
import type { Lambda } from '../types';

interface Group {
  readonly key: YaqlValue;
  readonly values: YaqlValue[];
}

export const GROUP_FUNCTIONS: readonly YaqlFunction[] = [
  method(
    'groupBy',
    [
      required('collection', COLLECTION),
      required('keySelector', LAMBDA),
      optional('valueSelector', LAMBDA),
      optional('aggregator', LAMBDA),
    ],
    ([collection, keyOf, valueOf, aggregator], call) => {
      const groups = new Map<string, Group>();
      for (const item of collection) {
        const value = valueOf === undefined ? item : valueOf(item);
        addTo(groups, keyOf(item), value, call);
      }
      const aggregation = new Aggregation(aggregator, call);
      return stream(call, aggregation.of(groups.values()));
    },
  ),
];

function addTo(groups: Map<string, Group>, key: YaqlValue, value: YaqlValue, { meter }: Call): void {
  const hash = hashKey(key, meter);
  const group = groups.get(hash);
  if (group !== undefined) group.values.push(value);
  else groups.set(hash, { key, values: [value] });
  checkMemory(mapSize(groups.size, false), meter);
}

/**
 * What becomes of the groups. An aggregator is given a group's values; one that fails on them is given key and values,
 * as in older releases of YAQL, if it then makes a pair, and if none before it was right with the values alone.
 */
class Aggregation {
  private failure: YaqlFault | undefined;
  private mayBeOld = true;

  constructor(
    private readonly aggregator: Lambda | undefined,
    private readonly call: Call,
  ) {}

  *of(groups: Iterable<Group>): Generator<YaqlValue> {
    for (const group of groups) yield this.ofGroup(group);
  }

  private ofGroup({ key, values }: Group): YaqlValue {
    const list = new Sequence(values, false);
    if (this.aggregator === undefined) return new Sequence([key, list]);
    return this.ofValues(key, list, this.aggregator) ?? this.inOldWay(new Sequence([key, list]), this.aggregator);
  }

  private ofValues(key: YaqlValue, list: Sequence, aggregator: Lambda): YaqlValue | undefined {
    if (this.failure !== undefined) return undefined;
    try {
      const result = aggregator(list);
      this.mayBeOld &&= this.looksOld(list, result);
      return new Sequence([key, result]);
    } catch (error) {
      if (!(error instanceof YaqlFault) || !(error.kind === 'unmatched' || error.kind === 'index')) throw error;
      this.failure = error;
      return undefined;
    }
  }

  /** Whether the answer could be one that an aggregator of the old kind made of two values, taking them for key and values. */
  private looksOld({ items }: Sequence, result: YaqlValue): boolean {
    if (items.length !== 2 || !isSequence(result) || result.items.length !== 2) return false;
    return areEqual(result.items[0] ?? null, items[0] ?? null, this.call.meter);
  }

  private inOldWay(group: Sequence, aggregator: Lambda): YaqlValue {
    if (this.mayBeOld) {
      const result = this.tried(group, aggregator);
      if (result !== undefined && sizeOf(result) === 2) return result;
    }
    throw this.failure ?? new YaqlFault('value', 'the groups cannot be aggregated');
  }

  private tried(group: Sequence, aggregator: Lambda): YaqlValue | undefined {
    try {
      return aggregator(group);
    } catch (error) {
      if (error instanceof YaqlFault && error.kind !== 'limit') return undefined;
      throw error;
    }
  }
}

/** What Python's `len()` says; `undefined` where there is no such thing. */
function sizeOf(value: YaqlValue): number | undefined {
  if (typeof value === 'string') return textLength(value);
  if (isSequence(value)) return value.items.length;
  if (isDictionary(value)) return value.entries.size;
  if (isKind(value, 'view')) return value.dictionary.entries.size;
  return isKind(value, 'set') ? value.members.size : undefined;
}
