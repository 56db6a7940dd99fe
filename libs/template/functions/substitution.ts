import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import type { Evaluation } from '../expressions/expression';
import { objectOf } from '../json';
import { isMap, UNKNOWN } from '../values';
import type { Value } from '../values';

/**
 * Replaces keys in every text of a template, keys of maps included, one key after the other, so that a
 * later one is replaced in what an earlier one put in. Stops at the limit for a resolved value, which holds for
 * its characters and, as not all values are texts, for the values too.
 */
export class Substitution {
  private characters = 0;
  private values = 0;
  private replacements = 0;
  /** Whether something was wrong, which is reported; nothing is done any more. */
  failed = false;

  constructor(
    private readonly keys: readonly string[],
    private readonly place: Place,
    private readonly scope: Evaluation,
  ) {}

  /** The template with each key replaced by the item at its position. */
  apply(template: Value, items: readonly Value[]): Value {
    if (this.failed) return UNKNOWN;
    this.values += 1;
    if (this.values > this.scope.limits.resolvedCharacters) return this.failAtLimit('values');
    if (typeof template === 'string') return this.replace(template, items);
    if (Array.isArray(template)) return template.map((item) => this.apply(item, items));
    if (!isMap(template)) return template;
    const entries: [string, Value][] = [];
    for (const [key, value] of Object.entries(template)) {
      const replaced = this.replace(key, items);
      if (replaced === UNKNOWN) return UNKNOWN;
      entries.push([replaced, this.apply(value, items)]);
    }
    return objectOf(entries);
  }

  private replace(text: string, items: readonly Value[]): string | typeof UNKNOWN {
    let replaced = text;
    for (const [index, key] of this.keys.entries()) {
      const item = items[index] ?? null;
      if (item === UNKNOWN) return UNKNOWN;
      if (typeof item !== 'string') return this.fail(`expected texts in the list of \`${key}\`, found ${kindOf(item)}`);
      this.replacements += 1 + Math.floor(replaced.length / 100);
      if (this.replacements > this.scope.limits.loopReplacements) return this.failAtReplacements();
      const found = occurrences(replaced, key);
      const length = replaced.length + found * (item.length - key.length);
      if (this.characters + length > this.scope.limits.resolvedCharacters) return this.failAtLimit('characters');
      if (found > 0) replaced = replaced.replaceAll(key, () => item);
    }
    this.characters += replaced.length;
    return replaced;
  }

  private failAtLimit(what: 'characters' | 'values'): typeof UNKNOWN {
    return this.fail(`the list becomes larger than the limit of ${this.scope.limits.resolvedCharacters} ${what}`);
  }

  private failAtReplacements(): typeof UNKNOWN {
    const limit = this.scope.limits.loopReplacements;
    return this.fail(`keys are replaced more often than the limit of ${limit}: take fewer keys, rounds or texts`);
  }

  private fail(detail: string): typeof UNKNOWN {
    this.failed = true;
    return this.scope.report(this.place, detail);
  }
}

/** How often a key is in a text; the empty one stands between all characters and at both ends, as to Python. */
function occurrences(text: string, key: string): number {
  if (key === '') return text.length + 1;
  return text.includes(key) ? text.split(key).length - 1 : 0;
}
