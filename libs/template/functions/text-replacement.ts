import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { isCollection } from '../json';
import type { ExactJson } from '../json';
import { pythonJson } from '../text/python-json';
import { pythonText } from '../text/python-repr';
import { isKnown, isMap, UNKNOWN } from '../values';
import type { Value } from '../values';
import { replaceTexts } from './replace-texts';

/** How the members of the `str_replace` family differ. */
export interface ReplacementFlavour {
  /** Whether maps and lists are put in as JSON, which they may be in later versions only. */
  readonly json: 'yes' | 'later' | 'no';
  /** A key that is not in the template is a fault. */
  readonly everyKey: boolean;
  /** So is a value that is nothing or empty. */
  readonly everyValue: boolean;
}

/** The two parts of such a function. */
interface Parts<T> {
  readonly template: T;
  readonly params: T;
}

/** A text with keys replaced by values. */
export class TextReplacement implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly parts: Parts<Expression>,
    private readonly places: Parts<Place>,
    private readonly flavour: ReplacementFlavour,
  ) {
    this.operands = [parts.template, parts.params];
  }

  evaluate(scope: Evaluation): Value {
    const template = evaluate(this.parts.template, scope);
    const params = evaluate(this.parts.params, scope);
    if (template !== UNKNOWN && typeof template !== 'string') {
      return scope.report(this.places.template, `expected a text, found ${kindOf(template)}`);
    }
    const values = params === UNKNOWN ? UNKNOWN : this.textsOf(params, scope);
    if (template === UNKNOWN || values === UNKNOWN) return UNKNOWN;
    return this.replace(template, values, scope);
  }

  private replace(template: string, values: ReadonlyMap<string, string>, scope: Evaluation): Value {
    const limit = scope.limits.resolvedCharacters;
    const replaced = replaceTexts(template, values, limit);
    if (replaced === undefined) {
      return scope.report(this.places.template, `the text becomes larger than the limit of ${limit} characters`);
    }
    if (!this.flavour.everyKey || replaced.unused.length === 0) return replaced.text;
    const missing = replaced.unused.map((key) => `\`${key}\``).join(', ');
    return scope.report(this.places.params, `not in the template: ${missing}`);
  }

  /** The values as they are put in; unknown as soon as one is. */
  private textsOf(params: Exclude<Value, typeof UNKNOWN>, scope: Evaluation): Map<string, string> | typeof UNKNOWN {
    if (!isMap(params)) {
      return scope.report(this.places.params, `expected a map, found ${kindOf(params)}`);
    }
    const texts = new Map<string, string>();
    let known = true;
    for (const [key, value] of Object.entries(params)) {
      const text = isKnown(value) ? this.textOf(key, value, scope) : UNKNOWN;
      if (text === UNKNOWN) known = false;
      else texts.set(key, text);
    }
    return known ? texts : UNKNOWN;
  }

  private textOf(key: string, value: ExactJson, scope: Evaluation): string | typeof UNKNOWN {
    const place = this.places.params;
    if (key === '') return scope.report(place, 'an empty key cannot be replaced');
    if (isCollection(value) && this.flavour.json !== 'yes') {
      const since = this.flavour.json === 'no' ? '' : ': maps and lists are taken since version 2015-10-15';
      return scope.report(place.at(key), `expected a text or a number, found ${kindOf(value)}${since}`);
    }
    if (this.flavour.everyValue && isEmpty(value)) return scope.report(place.at(key), 'the value must not be empty');
    if (value === null) return '';
    return isCollection(value) ? pythonJson(value) : pythonText(value);
  }
}

/** Zero and `false` are values. */
function isEmpty(value: ExactJson): boolean {
  return value === null || value === '' || (isCollection(value) && Object.keys(value).length === 0);
}
