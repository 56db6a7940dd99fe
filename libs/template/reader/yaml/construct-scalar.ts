import type { Json } from '#contracts';
import { booleanOf, floatOf, implicitTag, integerOf } from './scalars';

export type ConstructedScalar =
  { readonly ok: true; readonly value: Exclude<Json, object> | null } | { readonly ok: false; readonly detail: string };

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
      return constructed(integerOf(text), text, 'an integer');
    case 'float':
      return constructed(floatOf(text), text, 'a number');
    default:
      return { ok: false, detail: refusal(tag, text) };
  }
}

function constructed(value: boolean | number | undefined, text: string, kind: string): ConstructedScalar {
  return value === undefined ? { ok: false, detail: `\`${text}\` is not ${kind}` } : { ok: true, value };
}

function refusal(tag: string, text: string): string {
  const hasMeaning = (tag === 'merge' && text === '<<') || (tag === 'value' && text === '=');
  if (hasMeaning) return `\`${text}\` has a meaning of its own in YAML 1.1: put it in quotes`;
  return `the tag \`${tag}\` cannot be used on a text`;
}
