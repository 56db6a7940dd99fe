import type { TemplateLimits } from '../limits';
import { closingQuote, JsonPositions } from './json-positions';
import { parseExactJson } from './parse-exact-json';
import { positionsIn } from './position';
import { isAlwaysText, readFault } from './source-document';
import type { Reading, SourceDocument } from './source-document';

/** Reads a text as JSON; `undefined` where it is none, so that it may still be YAML. */
export function readJson(text: string, limits: TemplateLimits): Reading | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const deep = offsetBeyond(text, limits.nesting);
  if (deep !== undefined) {
    const detail = `lists and maps stand in each other deeper than the limit of ${limits.nesting}`;
    return readFault(detail, positionsIn(text)(deep));
  }
  try {
    const value = parseExactJson(text);
    const [positions, positionAt] = [new JsonPositions(text), positionsIn(text)];
    const locate: SourceDocument['locate'] = (path) => positionAt(positions.offsetOf(path));
    return { ok: true, document: { value, locate, isText: isAlwaysText } };
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;

/** Where brackets are opened deeper than `limit`, looking at no more than the brackets and quotes. */
function offsetBeyond(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = closingQuote(text, index);
    // [ and {, ] and } differ in this bit only.
    else if ((code | 0x20) === 0x7b) depth += 1;
    else if ((code | 0x20) === 0x7d) depth -= 1;
    if (depth > limit) return index;
  }
  return undefined;
}
