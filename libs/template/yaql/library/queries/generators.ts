import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { checkMemory } from '../../runtime/admit';
import { hashKey } from '../../values/hash';
import { setSize } from '../../values/size';
import { isTrue } from '../../values/truth';
import type { YaqlValue } from '../../values/value';
import { valueFault } from '../../fault';
import { fn, method, optional, required, stream } from '../define';
import { ANY, BOOLEAN, COLLECTION, INTEGER, LAMBDA } from '../types';
import type { Lambda } from '../types';
import { itemsOf } from '../collections/items-of';

/** Functions that make items of nothing, of one value, or again and again; as many as are asked for. */
export const GENERATORS: readonly YaqlFunction[] = [
  fn('range', [required('stop', INTEGER)], ([stop], call) => stream(call, numbers(0n, stop, 1n))),
  fn(
    'range',
    [required('start', INTEGER), required('stop', INTEGER), optional('step', INTEGER)],
    ([start, stop, step = 1n], call) => {
      if (step === 0n) throw valueFault('the step of a range cannot be zero');
      return stream(call, numbers(start, stop, step));
    },
  ),
  fn('sequence', [optional('start', INTEGER), optional('step', INTEGER)], ([start = 0n, step = 1n], call) =>
    stream(call, endlessNumbers(start, step)),
  ),
  method('repeat', [required('value', ANY), optional('times', INTEGER)], ([value, times = -1n], call) =>
    stream(call, copies(value, times)),
  ),
  method('cycle', [required('collection', COLLECTION)], ([collection], call) => stream(call, cycled(collection))),
  fn(
    'generate',
    [
      required('initial', ANY),
      required('predicate', LAMBDA),
      required('producer', LAMBDA),
      optional('selector', LAMBDA),
      optional('decycle', BOOLEAN),
    ],
    ([initial, predicate, producer, selector, decycle = false], call) =>
      stream(call, chain({ initial, predicate, producer, selector }, decycle ? new Past(call) : undefined)),
  ),
  fn(
    'generateMany',
    [
      required('initial', ANY),
      required('producer', LAMBDA),
      optional('selector', LAMBDA),
      optional('decycle', BOOLEAN),
      optional('depthFirst', BOOLEAN),
    ],
    ([initial, producer, selector, decycle = false, depthFirst = false], call) =>
      stream(call, tree({ initial, producer, selector, depthFirst }, call, decycle ? new Past(call) : undefined)),
  ),
];

function* numbers(start: bigint, stop: bigint, step: bigint): Generator<YaqlValue> {
  for (let number = start; step > 0n ? number < stop : number > stop; number += step) yield number;
}

function* endlessNumbers(start: bigint, step: bigint): Generator<YaqlValue> {
  for (let number = start; ; number += step) yield number;
}

/** Without end where the number is negative. */
function* copies(value: YaqlValue, times: bigint): Generator<YaqlValue> {
  for (let copy = 0n; times < 0n || copy < times; copy += 1n) yield value;
}

/** Of no items there is no cycle. */
function* cycled(items: Iterable<YaqlValue>): Generator<YaqlValue> {
  const seen: YaqlValue[] = [];
  for (const item of items) {
    yield item;
    seen.push(item);
  }
  while (seen.length > 0) yield* seen;
}

/** What was there before, so that nothing comes twice. */
class Past {
  private readonly seen = new Set<string>();

  constructor(private readonly call: Call) {}

  /** Whether the value is new; from then on it is not. */
  adds(value: YaqlValue): boolean {
    const { meter } = this.call;
    const hash = hashKey(value, meter);
    if (this.seen.has(hash)) return false;
    this.seen.add(hash);
    checkMemory(setSize(this.seen.size), meter);
    return true;
  }
}

interface Chain {
  readonly initial: YaqlValue;
  readonly predicate: Lambda;
  readonly producer: Lambda;
  readonly selector: Lambda | undefined;
}

/** Each value made from the one before, as long as the predicate is true. */
function* chain({ initial, predicate, producer, selector }: Chain, past: Past | undefined): Generator<YaqlValue> {
  for (let value = initial; isTrue(predicate(value)); value = producer(value)) {
    if (past?.adds(value) === false) return;
    yield selector === undefined ? value : selector(value);
  }
}

interface Tree {
  readonly initial: YaqlValue;
  readonly producer: Lambda;
  readonly selector: Lambda | undefined;
  readonly depthFirst: boolean;
}

/** Each value with those that are made of it, level by level or branch by branch. */
function* tree(
  { initial, producer, selector, depthFirst }: Tree,
  { meter }: Call,
  past: Past | undefined,
): Generator<YaqlValue> {
  let queue: YaqlValue[] = [initial];
  for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
    meter.step(queue.length >> 6);
    if (past?.adds(value) === false) continue;
    yield selector === undefined ? value : selector(value);
    const produced = [...itemsOf(producer(value))];
    queue = depthFirst ? [...produced, ...queue] : [...queue, ...produced];
    checkMemory(queueSize(queue.length), meter);
  }
}

/** Of CPython's `deque`, which grows by blocks of 64. */
function queueSize(items: number): number {
  return 760 + 528 * Math.max(0, Math.ceil((items - 32) / 64));
}
