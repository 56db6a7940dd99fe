import { valueFault } from '../../fault';
import { limited } from '../../runtime/limited';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { isDictionary, isSequence, kindOf } from '../../values/kinds';
import { Dictionary, Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { method, optional, required, stream } from '../define';
import { INTEGER, LAMBDA, MAP } from '../types';
import { distinct } from './filters';

interface Merging {
  readonly lists: (a: YaqlValue, b: YaqlValue) => YaqlValue;
  readonly items: (a: YaqlValue, b: YaqlValue) => YaqlValue;
  readonly call: Call;
}

export const MERGE_FUNCTIONS: readonly YaqlFunction[] = [
  method(
    'mergeWith',
    [
      required('dict', MAP),
      required('another', MAP),
      optional('listMerger', LAMBDA),
      optional('itemMerger', LAMBDA),
      optional('maxLevels', INTEGER),
    ],
    ([dictionary, another, listMerger, itemMerger, maxLevels = 0n], call) => {
      const lists = listMerger ?? ((a, b) => distinctOf(a ?? null, b ?? null, call));
      const items = itemMerger ?? ((_, b) => b ?? null);
      return merged(dictionary, another, { lists, items, call }, Number(maxLevels));
    },
  ),
];

/** Maps are merged inside each other so many levels deep; 0 stands for all. */
function merged(a: Dictionary, b: Dictionary, merging: Merging, levels: number): Dictionary {
  const { meter } = merging.call;
  meter.enter();
  try {
    const entries = new Map(a.entries);
    for (const [hash, [key, value]] of b.entries) {
      meter.step();
      const own = a.entries.get(hash);
      entries.set(hash, own === undefined ? [key, value] : [own[0], mergedValue(own[1], value, merging, levels)]);
    }
    return new Dictionary(entries, false);
  } finally {
    meter.leave();
  }
}

function mergedValue(a: YaqlValue, b: YaqlValue, merging: Merging, levels: number): YaqlValue {
  if (levels === 1) return merging.items(a, b);
  if (isDictionary(b)) return isDictionary(a) ? merged(a, b, merging, levels === 0 ? 0 : levels - 1) : refuse(a, b);
  if (isSequence(b)) return isSequence(a) ? merging.lists(a, b) : refuse(a, b);
  return merging.items(a, b);
}

function refuse(a: YaqlValue, b: YaqlValue): never {
  throw valueFault(`${kindOf(a)} and ${kindOf(b)} cannot be merged`);
}

function distinctOf(a: YaqlValue, b: YaqlValue, call: Call): YaqlValue {
  if (!isSequence(a) || !isSequence(b) || a.isTuple !== b.isTuple) return refuse(a, b);
  const items = stream(call, distinct([...a.items, ...b.items], call.meter));
  return new Sequence([...limited(items, call.meter)]);
}
