import { objectOf } from '../../json';
import type { ExactJson } from '../../json';
import { floatNumber, integerNumber } from '../../numbers/written-number';
import { floatText } from '../../text/float-text';
import { limitFault, valueFault } from '../fault';
import type { Meter } from '../runtime/meter';
import { checkItems, limited } from '../runtime/limited';
import { isCollection, isSetLike, kindOf } from './kinds';
import { integerText } from './text';
import type { Dictionary, YaqlObject, YaqlValue } from './value';

/** The result of an expression as a value of a template: iterators are gone through, tuples and sets become lists. */
export function toJson(value: YaqlValue, meter: Meter, mostCharacters: number): ExactJson {
  return new Output(meter, mostCharacters).of(value);
}

class Output {
  private characters = 0;

  constructor(
    private readonly meter: Meter,
    private readonly mostCharacters: number,
  ) {}

  of(value: YaqlValue): ExactJson {
    this.meter.step();
    if (value === null) return null;
    switch (typeof value) {
      case 'bigint':
        return integerOf(value);
      case 'number':
        return floatNumber(value);
      case 'string':
        return this.counted(value);
      case 'object':
        return this.nested(value);
      default:
        return value;
    }
  }

  private nested(value: YaqlObject): ExactJson {
    this.meter.enter();
    try {
      return this.ofObject(value);
    } finally {
      this.meter.leave();
    }
  }

  private ofObject(value: YaqlObject): ExactJson {
    if (value.kind === 'dictionary') return this.ofDictionary(value);
    if (!isCollection(value))
      throw valueFault(`the result has ${kindOf(value)} in it, which a template has no form for`);
    const list: ExactJson[] = [];
    for (const item of limited(value, this.meter)) {
      if (isSetLike(value)) checkMember(item);
      list.push(this.of(item));
    }
    return list;
  }

  private ofDictionary({ entries }: Dictionary): ExactJson {
    checkItems(entries.size);
    return objectOf([...entries.values()].map(([key, value]) => [this.key(key), this.of(value)] as const));
  }

  /** Keys that are no texts are written as JSON would have them. */
  private key(key: YaqlValue): string {
    if (typeof key === 'string') return this.counted(key);
    if (typeof key === 'number') return floatText(key);
    if (typeof key !== 'object' || key === null) return String(key);
    throw valueFault(`${kindOf(key)} cannot be a key of the result`);
  }

  private counted(text: string): string {
    this.characters += text.length;
    if (this.characters <= this.mostCharacters) return text;
    throw limitFault(`the result is larger than the limit of ${this.mostCharacters} characters`);
  }
}

function integerOf(value: bigint): ExactJson {
  const text = integerText(value);
  return integerNumber(text) ?? text;
}

/** Lists and maps of the result can be changed, so Python takes none of them into a set. */
function checkMember(member: YaqlValue): void {
  if (typeof member !== 'object' || member === null) return;
  throw valueFault(`a set of the result has ${kindOf(member)} in it; make a list of the set with \`toList()\``);
}
