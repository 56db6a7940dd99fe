import { shorten } from '../../diagnostics/describe';
import { MOST_DIGITS } from '../../numbers/written-number';
import type { ExactNumber } from '../../numbers/written-number';
import { pythonJson } from '../../text/python-json';
import { booleanOf, floatOf, implicitTag, integerOf } from './scalars';

/** What has nothing inside. */
export type Scalar = null | boolean | ExactNumber | string;

export type ConstructedScalar =
  { readonly ok: true; readonly value: Scalar } | { readonly ok: false; readonly detail: string };

const YAML_TAGS = 'tag:yaml.org,2002:';

/** A tag without what all of YAML's own begin with. */
export function shortTag(tag: string): string {
  return tag.startsWith(YAML_TAGS) ? tag.slice(YAML_TAGS.length) : tag;
}

/** The tag of a scalar, which only plain ones get from their text; `!` makes any one plain, as to PyYAML. */
export function scalarTag(text: string, plain: boolean, tag: string | undefined): string {
  if (tag !== undefined && tag !== '!') return shortTag(tag);
  return plain || tag === '!' ? implicitTag(text) : 'str';
}

/** The value of a scalar by its tag. */
export function constructScalar(text: string, tag: string): ConstructedScalar {
  switch (tag) {
    case 'str':
    case 'timestamp':
      return { ok: true, value: text };
    case 'null':
      return { ok: true, value: null };
    case 'bool':
      return constructed(booleanOf(text), text, 'a boolean');
    case 'int':
      return constructed(integerOf(text), text, text.length > MOST_DIGITS ? LONGEST_INTEGER : 'an integer');
    case 'float':
      return constructed(floatOf(text), text, 'a number');
    default:
      return { ok: false, detail: refusal(tag, text) };
  }
}

const LONGEST_INTEGER = `an integer of at most ${MOST_DIGITS} digits`;

/** The text that a key is found under in the map that is made: its JSON where it was none. */
export function keyText(key: Scalar): string {
  return typeof key === 'string' ? key : pythonJson(key);
}

function constructed(value: boolean | ExactNumber | undefined, text: string, kind: string): ConstructedScalar {
  return value === undefined ? { ok: false, detail: `\`${shorten(text)}\` is not ${kind}` } : { ok: true, value };
}

function refusal(tag: string, text: string): string {
  const hasMeaning = (tag === 'merge' && text === '<<') || (tag === 'value' && text === '=');
  if (hasMeaning) return `\`${text}\` has a meaning of its own in YAML 1.1: put it in quotes`;
  return `the tag \`${tag}\` cannot be used on a text`;
}
