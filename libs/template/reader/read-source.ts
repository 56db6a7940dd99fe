import { nestsDeeperThan } from '../json';
import type { ExactJson } from '../json';
import type { TemplateLimits } from '../limits';
import { readJson } from './json-text';
import { isAlwaysText, readFault } from './source-document';
import type { Reading } from './source-document';
import { readYaml } from './yaml/read-yaml';

/** Which texts are taken: templates may be JSON or YAML, environments are read as YAML, of which JSON is a part. */
export type Syntax = 'json or yaml' | 'yaml';

/**
 * Reads a template or environment, which is an object or a text, as Heat reads it: JSON first, then
 * YAML 1.1 as PyYAML's safe loader takes it. Never throws; what is too large or too deep is refused
 * before it costs more than looking at it.
 */
export function readSource(source: ExactJson, syntax: Syntax, limits: TemplateLimits): Reading {
  if (typeof source === 'string') return readText(source, syntax, limits);
  if (nestsDeeperThan(source, limits.nesting)) return tooDeep(limits);
  return { ok: true, document: { value: source, locate: () => undefined, isText: isAlwaysText } };
}

function readText(text: string, syntax: Syntax, limits: TemplateLimits): Reading {
  if (exceedsBytes(text, limits.templateBytes)) {
    return readFault(`the text is larger than the limit of ${limits.templateBytes} bytes`);
  }
  const json = syntax === 'json or yaml' ? readJson(text, limits) : undefined;
  return json ?? readYaml(text, limits);
}

function tooDeep(limits: TemplateLimits): Reading {
  return readFault(`lists and maps stand in each other deeper than the limit of ${limits.nesting}`);
}

/** Counts UTF-8 bytes, without encoding: only where the number of characters leaves it open. */
function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && !isSurrogate(code) ? 2 : 1;
  }
  return bytes > limit;
}

/** Each half of a pair makes two of its four bytes. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
