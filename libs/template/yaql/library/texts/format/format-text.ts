import { valueFault } from '../../../fault';
import type { Meter } from '../../../runtime/meter';
import { isDictionary, isSequence, kindOf } from '../../../values/kinds';
import { pythonRepr, pythonText } from '../../../values/text';
import type { YaqlValue } from '../../../values/value';
import { charactersOf } from '../characters';
import { formatValue } from './format-value';

/** What stands for the fields of a format. */
export interface FormatArguments {
  readonly positional: readonly YaqlValue[];
  readonly named: ReadonlyMap<string, YaqlValue>;
}

/** Fills in `{0}`, `{name}`, `{}` and so on, as Python's `str.format` (https://docs.python.org/3/library/string.html#format-string-syntax). */
export function formatText(format: string, values: FormatArguments, meter: Meter): string {
  return new Formatter(values, meter).fill(format, 0);
}

/** Where the format is not to be quoted. */
const DISCREET = 'a format cannot be filled in';

/** How deep fields may stand in the formats of fields. */
const DEEPEST = 1;
const FIELD = /^[^.[]*(?:\.[^.[]*|\[[^\]]+\])*$/s;
const STEP = /\.[^.[]*|\[[^\]]*\]/gs;

class Formatter {
  /** The next number of `{}`; `undefined` once fields were numbered. */
  private automatic: number | undefined = 0;

  constructor(
    private readonly values: FormatArguments,
    private readonly meter: Meter,
  ) {}

  fill(format: string, depth: number): string {
    if (depth > DEEPEST) throw valueFault('fields stand in each other too deep');
    let [text, index] = ['', 0];
    while (index < format.length) {
      const char = format.charAt(index);
      if (char !== '{' && char !== '}') {
        text += char;
        index += 1;
      } else if (format.charAt(index + 1) === char) {
        text += char;
        index += 2;
      } else {
        if (char === '}') throw valueFault('a `}` in a format has no `{`');
        const end = fieldEnd(format, index + 1);
        text += this.field(format.slice(index + 1, end), depth);
        index = end + 1;
      }
      this.meter.checkSize(text.length);
    }
    return text;
  }

  private field(field: string, depth: number): string {
    this.meter.step();
    const match = /^((?:[^!:[]|\[[^\]]*\])*)(?:!(.[^:]*))?(?::(.*))?$/s.exec(field);
    if (match === null) throw noField(field);
    const [, name = '', conversion, spec = ''] = match;
    const value = this.valueOf(name);
    const converted = conversion === undefined ? value : this.converted(value, conversion);
    return formatValue(converted, spec.includes('{') ? this.fill(spec, depth + 1) : spec, this.meter);
  }

  private converted(value: YaqlValue, conversion: string): string {
    if (conversion === 's') return pythonText(value, this.meter);
    if (conversion !== 'r' && conversion !== 'a') throw valueFault(`\`!${conversion}\` is no conversion`, DISCREET);
    const repr = pythonRepr(value, this.meter);
    // eslint-disable-next-line no-control-regex -- all of ASCII
    return conversion === 'r' ? repr : repr.replace(/[^\x00-\x7f]/gu, escaped);
  }

  private valueOf(field: string): YaqlValue {
    if (!FIELD.test(field)) throw noField(field);
    const name = field.replace(/[.[].*/s, '');
    let value = this.argument(name);
    for (const [step] of field.slice(name.length).matchAll(STEP)) {
      if (step.startsWith('.')) throw valueFault(`\`${step}\` cannot be asked for in a format; use \`[…]\``, DISCREET);
      value = itemOf(value, step.slice(1, -1));
    }
    return value;
  }

  private argument(name: string): YaqlValue {
    const value = /^\d*$/.test(name) ? this.values.positional[this.position(name)] : this.values.named.get(name);
    if (value === undefined) throw valueFault(`nothing is given for \`{${name}}\``, DISCREET);
    return value;
  }

  private position(name: string): number {
    if (name !== '' && this.automatic === 0) this.automatic = undefined;
    if ((name === '') !== (this.automatic !== undefined))
      throw valueFault('fields of a format are numbered all or none');
    if (this.automatic === undefined) return Number(name);
    this.automatic += 1;
    return this.automatic - 1;
  }
}

function noField(field: string): Error {
  return valueFault(`\`{${field}}\` is no field of a format`, DISCREET);
}

/** Where the field ends that begins here; there may be others in its format. */
function fieldEnd(format: string, start: number): number {
  let depth = 1;
  for (let index = start; index < format.length; index += 1) {
    if (format[index] === '{') depth += 1;
    if (format[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  throw valueFault('a `{` in a format has no `}`');
}

function itemOf(value: YaqlValue, index: string): YaqlValue {
  const isNumber = /^\d+$/.test(index);
  const item = isDictionary(value)
    ? value.entries.get(isNumber ? `n${BigInt(index)}` : `s${index}`)?.[1]
    : isNumber && isSequence(value)
      ? value.items[Number(index)]
      : isNumber && typeof value === 'string'
        ? charactersOf(value)[Number(index)]
        : undefined;
  if (item === undefined) throw valueFault(`${kindOf(value)} has no \`[${index}]\``, DISCREET);
  return item;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
  return code > 0xff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\x${code.toString(16)}`;
}
