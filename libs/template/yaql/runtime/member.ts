import { didYouMean } from '../../diagnostics/suggestion';
import { unmatchedFault, valueFault } from '../fault';
import type { Syntax } from '../syntax/syntax-tree';
import { isCollection, isDictionary, kindOf } from '../values/kinds';
import { Stream } from '../values/value';
import type { Dictionary, YaqlValue } from '../values/value';
import { limited } from './limited';
import type { Meter } from './meter';
import { momentProperty, spanProperty, TIME_PROPERTIES } from './time-properties';

/** `value.name`: an entry of a map, of each item of a list, or what a point in time or a timespan says. */
export function member(receiver: YaqlValue, name: Syntax, meter: Meter): YaqlValue {
  if (name.kind === 'keyword') return memberNamed(receiver, name.name, meter);
  throw unmatchedFault('only a name or a call can stand behind a dot; use `[…]` for anything else');
}

function memberNamed(receiver: YaqlValue, name: string, meter: Meter): YaqlValue {
  meter.enter();
  try {
    if (isDictionary(receiver)) return entryOf(receiver, name);
    if (isCollection(receiver)) return new Stream(membersNamed(limited(receiver, meter), name, meter), meter);
    return propertyOf(receiver, name);
  } finally {
    meter.leave();
  }
}

function* membersNamed(items: Iterable<YaqlValue>, name: string, meter: Meter): Generator<YaqlValue> {
  for (const item of items) yield memberNamed(item, name, meter);
}

function entryOf(dictionary: Dictionary, name: string): YaqlValue {
  const entry = dictionary.entries.get(`s${name}`);
  if (entry !== undefined) return entry[1];
  throw valueFault(`there is no \`${name}\` in the map; \`get(${name})\` gives null where it is not there`);
}

function propertyOf(receiver: YaqlValue, name: string): YaqlValue {
  const value =
    typeof receiver === 'object' && receiver !== null
      ? receiver.kind === 'span'
        ? spanProperty(receiver, name)
        : receiver.kind === 'moment'
          ? momentProperty(receiver, name)
          : undefined
      : undefined;
  if (value !== undefined) return value;
  throw unmatchedFault(`${kindOf(receiver)} has no \`${name}\`${didYouMean(name, TIME_PROPERTIES)}`);
}
