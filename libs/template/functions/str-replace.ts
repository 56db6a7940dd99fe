import type { FunctionCall } from '../expressions/expression';
import { mapEntries, mayBeMap } from '../expressions/operands';
import type { ExactJson } from '../json';
import type { CallSite, FunctionDefinition } from './function-definition';
import { TextReplacement } from './text-replacement';
import type { ReplacementFlavour } from './text-replacement';

/**
 * `str_replace: {template: text, params: {key: value, …}}`
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#str-replace).
 */
export const strReplace: FunctionDefinition = define('str_replace', 'Puts values into a text in place of keys', {
  json: 'later',
  everyKey: false,
  everyValue: false,
});

/** From 2015-10-15 on. */
export const strReplaceJson = define(
  'str_replace',
  'Puts values into a text in place of keys; maps and lists as JSON',
  {
    json: 'yes',
    everyKey: false,
    everyValue: false,
  },
);

export const strReplaceStrict = define('str_replace_strict', 'As str_replace, and every key must be in the text', {
  json: 'yes',
  everyKey: true,
  everyValue: false,
});

export const strReplaceVstrict = define('str_replace_vstrict', 'As str_replace_strict, and no value may be empty', {
  json: 'yes',
  everyKey: true,
  everyValue: true,
});

function define(name: string, description: string, flavour: ReplacementFlavour): FunctionDefinition {
  return { name, description, parse: (argument, site) => parseStrReplace(argument, site, flavour) };
}

function parseStrReplace(argument: ExactJson, site: CallSite, flavour: ReplacementFlavour): FunctionCall | null {
  const entries = mapEntries(site.parse(argument, site.place));
  const template = entries?.get('template');
  const params = entries?.get('params');
  if (template === undefined || params === undefined) {
    return site.faults.refuse(site.place, 'expected a map of `template` and `params`');
  }
  if (!mayBeMap(params)) {
    return site.faults.refuse(site.place.at('params'), 'expected a map of keys and the values to replace them by');
  }
  const places = { template: site.place.at('template'), params: site.place.at('params') };
  return new TextReplacement({ template, params }, places, flavour);
}
