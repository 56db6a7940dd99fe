import type { Json, JsonObject } from '#contracts';
import { kindOf } from '../diagnostics/describe';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { mapEntries } from '../expressions/operands';
import { pythonJson } from '../text/python-json';
import { pythonText } from '../text/python-repr';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
import { replaceTexts } from './replace-texts';

/** How the members of the `str_replace` family differ. */
interface Flavour {
  /** Maps and lists are put in as JSON. */
  readonly json: boolean;
  /** A key that is not in the template is a fault. */
  readonly everyKey: boolean;
  /** So is a value that is nothing or empty. */
  readonly everyValue: boolean;
}

/**
 * `str_replace: {template: text, params: {key: value, …}}`
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#str-replace).
 */
export const strReplace: FunctionDefinition = define('str_replace', 'Puts values into a text in place of keys', {
  json: false,
  everyKey: false,
  everyValue: false,
});

/** From 2015-10-15 on. */
export const strReplaceJson = define(
  'str_replace',
  'Puts values into a text in place of keys; maps and lists as JSON',
  {
    json: true,
    everyKey: false,
    everyValue: false,
  },
);

export const strReplaceStrict = define('str_replace_strict', 'As str_replace, and every key must be in the text', {
  json: true,
  everyKey: true,
  everyValue: false,
});

export const strReplaceVstrict = define('str_replace_vstrict', 'As str_replace_strict, and no value may be empty', {
  json: true,
  everyKey: true,
  everyValue: true,
});

function define(name: string, description: string, flavour: Flavour): FunctionDefinition {
  return { name, description, parse: (argument, site) => parseStrReplace(argument, site, flavour) };
}

function parseStrReplace(argument: Json, site: CallSite, flavour: Flavour): FunctionCall | null {
  const entries = mapEntries(site.parse(argument, site.place));
  const template = entries?.get('template');
  const params = entries?.get('params');
  if (template === undefined || params === undefined) {
    return site.faults.refuse(site.place, 'expected a map of `template` and `params`');
  }
  if (params.kind !== 'call' && mapEntries(params) === undefined) {
    return site.faults.refuse(site.place.at('params'), 'expected a map of keys and the values to replace them by');
  }
  return new StrReplace({ template, params }, flavour, site);
}

class StrReplace implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly parts: { readonly template: Expression; readonly params: Expression },
    private readonly flavour: Flavour,
    private readonly site: CallSite,
  ) {
    this.operands = [parts.template, parts.params];
  }

  evaluate(scope: Evaluation): Value {
    const template = evaluate(this.parts.template, scope);
    const params = evaluate(this.parts.params, scope);
    if (template !== UNKNOWN && typeof template !== 'string') {
      return scope.report(this.site.place.at('template'), `expected a text, found ${kindOf(template)}`);
    }
    const values = params === UNKNOWN ? UNKNOWN : this.textsOf(params, scope);
    if (template === UNKNOWN || values === UNKNOWN) return UNKNOWN;
    return this.replace(template, values, scope);
  }

  private replace(template: string, values: ReadonlyMap<string, string>, scope: Evaluation): Value {
    const limit = scope.limits.resolvedCharacters;
    const replaced = replaceTexts(template, values, limit);
    if (replaced === undefined) {
      return scope.report(this.site.place, `the text becomes larger than the limit of ${limit} characters`);
    }
    if (!this.flavour.everyKey || replaced.unused.length === 0) return replaced.text;
    const missing = replaced.unused.map((key) => `\`${key}\``).join(', ');
    return scope.report(this.site.place.at('params'), `not in the template: ${missing}`);
  }

  /** The values as they are put in; unknown as soon as one is. */
  private textsOf(params: Exclude<Value, typeof UNKNOWN>, scope: Evaluation): Map<string, string> | typeof UNKNOWN {
    if (typeof params !== 'object' || params === null || Array.isArray(params)) {
      return scope.report(this.site.place.at('params'), `expected a map, found ${kindOf(params)}`);
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

  private textOf(key: string, value: Json, scope: Evaluation): string | typeof UNKNOWN {
    const place = this.site.place.at('params');
    if (key === '') return scope.report(place, 'an empty key cannot be replaced');
    if (isCollection(value) && !this.flavour.json) {
      const detail = `expected a text or a number, found ${kindOf(value)}: maps and lists are taken since version 2015-10-15`;
      return scope.report(place.at(key), detail);
    }
    if (this.flavour.everyValue && isEmpty(value)) return scope.report(place.at(key), 'the value must not be empty');
    if (value === null) return '';
    return isCollection(value) ? pythonJson(value) : pythonText(value);
  }
}

function isCollection(value: Json): value is Json[] | JsonObject {
  return typeof value === 'object' && value !== null;
}

/** Zero and `false` are values. */
function isEmpty(value: Json): boolean {
  return value === null || value === '' || (isCollection(value) && Object.keys(value).length === 0);
}
