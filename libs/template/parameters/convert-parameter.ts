import type { ExactJson } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import { isNumber } from '../numbers/written-number';
import { readJsonWithin } from '../reader/read-json-within';
import type { ParameterType } from '../stack';
import { BOOLEAN_WORDS, parseBoolean } from '../text/parse-boolean';
import { parseNumber } from '../text/parse-number';
import { pythonText } from '../text/python-repr';
import { splitList } from '../text/split-list';

/** `expected` says what would have been right; it never holds the value, which may be secret. */
export type Conversion =
  { readonly ok: true; readonly value: ExactJson } | { readonly ok: false; readonly expected: string };

/**
 * A parameter's value in the parameter's type
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#parameters-section). Texts take
 * everything, as Python prints it; numbers take texts of numbers; lists come as lists or with commas.
 */
export function convertParameter(type: ParameterType, value: ExactJson): Conversion {
  switch (type) {
    case 'string':
      return { ok: true, value: pythonText(value) };
    case 'number':
      return convertNumber(value);
    case 'boolean':
      return convertBoolean(value);
    case 'comma_delimited_list':
      return convertList(value);
    case 'json':
      return convertJson(value);
  }
}

/** Booleans are numbers to Python, and stay what they are. */
function convertNumber(value: ExactJson): Conversion {
  if (isNumber(value) || typeof value === 'boolean') return { ok: true, value };
  const number = typeof value === 'string' ? parseNumber(value) : undefined;
  return number === undefined ? { ok: false, expected: 'a number' } : { ok: true, value: number };
}

function convertBoolean(value: ExactJson): Conversion {
  if (typeof value === 'boolean') return { ok: true, value };
  const boolean = parseBoolean(pythonText(value));
  return boolean === undefined ? { ok: false, expected: `a boolean (${BOOLEAN_WORDS})` } : { ok: true, value: boolean };
}

function convertList(value: ExactJson): Conversion {
  if (Array.isArray(value)) return { ok: true, value: value.map(pythonText) };
  if (typeof value !== 'string') return { ok: false, expected: 'a list, or a text of items with commas between them' };
  return { ok: true, value: splitList(value) };
}

/** A text is read as JSON, which nests no deeper than templates do; the empty one stays a text, as Heat has it. */
function convertJson(value: ExactJson): Conversion {
  if (typeof value !== 'string' || value === '') return { ok: true, value };
  return readJsonWithin(DEFAULT_LIMITS.nesting, value, 'a map, a list, or a text that is valid JSON');
}
