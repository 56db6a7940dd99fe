import { kindOf, listOf } from '../diagnostics/describe';
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
import type { Replacements } from './replace-texts';

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
    const values = params === UNKNOWN ? UNKNOWN : this.valuesOf(params, scope);
    if (template === UNKNOWN || values === UNKNOWN) return UNKNOWN;
    return this.replace(template, values, scope);
  }

  private replace(template: string, values: Replacements, scope: Evaluation): Value {
    const limit = scope.limits.resolvedCharacters;
    const replaced = replaceTexts(template, values, limit);
    if (replaced === undefined) {
      return scope.report(this.places.template, `the text becomes larger than the limit of ${limit} characters`);
    }
    if (!this.flavour.everyKey || replaced.unused.length === 0) return replaced.text;
    return scope.report(this.places.params, `not in the template: ${listOf(replaced.unused, String)}`);
  }

  /** The values, which become texts when they are put in, as there may be much in them; unknown as soon as one is. */
  private valuesOf(params: Exclude<Value, typeof UNKNOWN>, scope: Evaluation): Replacements | typeof UNKNOWN {
    if (!isMap(params)) {
      return scope.report(this.places.params, `expected a map, found ${kindOf(params)}`);
    }
    const values = new Map<string, ExactJson>();
    let known = true;
    for (const [key, value] of Object.entries(params)) {
      if (isKnown(value) && this.checkValue(key, value, scope)) values.set(key, value);
      else known = false;
    }
    return known ? { keys: () => values.keys(), get: (key) => textOf(values.get(key) ?? null) } : UNKNOWN;
  }

  /** Whether the value may be put in; what may not is reported. */
  private checkValue(key: string, value: ExactJson, scope: Evaluation): boolean {
    const place = this.places.params;
    const wrong = key === '' ? 'an empty key cannot be replaced' : this.faultOf(value);
    if (wrong !== undefined) scope.report(key === '' ? place : place.at(key), wrong);
    return wrong === undefined;
  }

  private faultOf(value: ExactJson): string | undefined {
    if (isCollection(value) && this.flavour.json !== 'yes') {
      const since = this.flavour.json === 'no' ? '' : ': maps and lists are taken since version 2015-10-15';
      return `expected a text or a number, found ${kindOf(value)}${since}`;
    }
    return this.flavour.everyValue && isEmpty(value) ? 'the value must not be empty' : undefined;
  }
}

function textOf(value: ExactJson): string {
  if (value === null) return '';
  return isCollection(value) ? pythonJson(value) : pythonText(value);
}

/** Zero and `false` are values. */
function isEmpty(value: ExactJson): boolean {
  return value === null || value === '' || (isCollection(value) && Object.keys(value).length === 0);
}
