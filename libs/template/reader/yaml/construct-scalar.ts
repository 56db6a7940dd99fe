import type { Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Json } from '#contracts';
import { isMap, isSeq } from 'yaml';
import { booleanOf, floatOf, implicitTag, integerOf } from './scalars';

type Constructed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly detail: string };

const YAML_TAGS = 'tag:yaml.org,2002:';

/** The name of a node's type: `map` and `seq` where it does not say, the tag itself where it is not YAML's own. */
export function tagOf(node: Node & { tag?: string }): string {
  const tag = node.tag;
  if (tag === undefined || tag === '!') return isMap(node) ? 'map' : isSeq(node) ? 'seq' : implicitTagOf(node);
  return tag.startsWith(YAML_TAGS) ? tag.slice(YAML_TAGS.length) : tag;
}

/** Only plain scalars mean something else than their text; `!` says that even a plain one does not. */
function implicitTagOf(node: Scalar | YAMLMap | YAMLSeq | Node): string {
  const scalar = node as Scalar & { tag?: string };
  return scalar.type === 'PLAIN' && scalar.tag === undefined ? implicitTag(scalar.source ?? '') : 'str';
}

/** The value of a scalar, by its tag or by what it looks like. */
export function constructScalar(node: Scalar<string>): Constructed {
  const text = node.source ?? node.value;
  const tag = tagOf(node);
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

function constructed(value: Json | undefined, text: string, kind: string): Constructed {
  return value === undefined ? { ok: false, detail: `\`${text}\` is not ${kind}` } : { ok: true, value };
}

function refusal(tag: string, text: string): string {
  const implicit = tag === 'merge' || tag === 'value';
  return implicit
    ? `\`${text}\` has a meaning of its own in YAML 1.1: put it in quotes`
    : `the tag \`${tag}\` is not known`;
}
