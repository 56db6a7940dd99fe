import { MOST_DIGITS } from '../../numbers/written-number';
import { floatText } from '../../text/float-text';
import { quoted } from '../../text/python-repr';
import { valueFault } from '../fault';
import { YAQL_LIMITS } from '../limits';
import type { Meter } from '../runtime/meter';
import { memoryFault } from '../runtime/meter';
import { momentRepr, momentText, spanRepr, spanText } from './time-text';
import { isCollection, kindOf } from './kinds';
import type { Pattern, Sequence, View, YaqlObject, YaqlValue } from './value';

/** A value as Python's `str()` prints it. Throws where that would be larger than any value may be. */
export function pythonText(value: YaqlValue, meter: Meter): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return scalarRepr(value);
  if (value.kind === 'moment') return momentText(value);
  return value.kind === 'span' ? spanText(value) : new Repr(meter).of(value);
}

/** A value as Python's `repr()` prints it. */
export function pythonRepr(value: YaqlValue, meter: Meter): string {
  return new Repr(meter).of(value);
}

/** What YAQL's own `str` makes of a value: as `pythonText`, but `null`, `true` and `false` are its own words. */
export function yaqlText(value: YaqlValue, meter: Meter): string {
  return value === null || typeof value === 'boolean' ? String(value) : pythonText(value, meter);
}

/** An integer's digits, of which CPython makes no more than so many. */
export function integerText(value: bigint): string {
  const text = String(value);
  if (text.length <= MOST_DIGITS + (value < 0n ? 1 : 0)) return text;
  throw valueFault(`an integer has more than the limit of ${MOST_DIGITS} digits`);
}

function scalarRepr(value: null | boolean | bigint | number | string): string {
  if (value === null) return 'None';
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return integerText(value);
    case 'number':
      return floatText(value);
    default:
      return quoted(value);
  }
}

const LIST_HINT = '; make a list of it with `toList()`';

class Repr {
  private length = 0;

  constructor(private readonly meter: Meter) {}

  of(value: YaqlValue): string {
    if (typeof value !== 'object' || value === null) return this.counted(scalarRepr(value));
    this.meter.enter();
    try {
      return this.ofObject(value);
    } finally {
      this.meter.leave();
    }
  }

  private ofObject(value: YaqlObject): string {
    switch (value.kind) {
      case 'sequence':
        return this.ofSequence(value);
      case 'dictionary':
        return this.ofEntries(value.entries.values());
      case 'set':
        return value.members.size === 0 ? 'frozenset()' : `frozenset({${this.list(value)}})`;
      case 'view':
        return this.ofView(value);
      case 'pattern':
        return patternRepr(value);
      case 'moment':
        return momentRepr(value);
      case 'span':
        return spanRepr(value);
      default:
        throw valueFault(`${kindOf(value)} has no text of its own${isCollection(value) ? LIST_HINT : ''}`);
    }
  }

  private ofSequence({ items, isTuple }: Sequence): string {
    const list = this.list(items);
    if (!isTuple) return `[${list}]`;
    return items.length === 1 ? `(${list},)` : `(${list})`;
  }

  private ofView(view: View): string {
    const { dictionary, shows } = view;
    if (!dictionary.isFrozen) return `dict_${shows}([${this.list(view)}])`;
    const name = { keys: 'KeysView', values: 'ValuesView', items: 'ItemsView' }[shows];
    return `${name}(${this.ofEntries(dictionary.entries.values())})`;
  }

  private ofEntries(entries: Iterable<readonly [YaqlValue, YaqlValue]>): string {
    const parts: string[] = [];
    for (const [key, value] of entries) parts.push(`${this.of(key)}: ${this.of(value)}`);
    return `{${parts.join(', ')}}`;
  }

  private list(items: Iterable<YaqlValue>): string {
    const parts: string[] = [];
    for (const item of items) parts.push(this.of(item));
    return parts.join(', ');
  }

  /** What is too large as a value is not made at all. */
  private counted(text: string): string {
    this.meter.step();
    this.length += text.length;
    if (this.length > YAQL_LIMITS.memory) throw memoryFault();
    return text;
  }
}

function patternRepr({ source, flags }: Pattern): string {
  const named = [
    ...(flags.ignoreCase ? ['re.IGNORECASE'] : []),
    ...(flags.multiLine ? ['re.MULTILINE'] : []),
    ...(flags.dotAll ? ['re.DOTALL'] : []),
  ];
  return `re.compile(${[quoted(source), named.join('|')].filter(Boolean).join(', ')})`;
}
