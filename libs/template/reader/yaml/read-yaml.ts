import type { ExactJson } from '../../json';
import type { TemplateLimits } from '../../limits';
import { positionsIn } from '../position';
import { readFault } from '../source-document';
import type { ReadFault, Reading, SourceDocument } from '../source-document';
import { asValue, Construction } from './construct';
import { parseYaml } from './parser';
import { offsetOf, PositionTree } from './position-tree';
import { YamlFault } from './yaml-fault';

/** What PyYAML's reader refuses anywhere in a text: control characters and halves of surrogate pairs. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** More are not listed of one text. */
const MOST_FAULTS = 100;

/**
 * Reads a text of one YAML 1.1 document as Heat does: by libyaml, and what that refuses by PyYAML's own
 * parser; with dates as texts. No document is `null`. The parser is written for this: those to be had
 * read YAML 1.2, which differs in what is a key, a break or an end of a line, and take a kilobyte of
 * memory for each value, so that 8 MiB of small values end the process.
 */
export function readYaml(text: string, limits: TemplateLimits): Reading {
  const unprintable = text.search(UNPRINTABLE);
  if (unprintable !== -1) return refusedCharacter(text, unprintable);
  const positionAt = positionsIn(text);
  const faults: ReadFault[] = [];
  const construction = new Construction(limits, (offset, detail) => {
    if (faults.length < MOST_FAULTS) faults.push({ detail, position: positionAt(offset) });
  });
  try {
    const built = parseYaml(text, construction, limits.nesting);
    if (faults.length > 0) return { ok: false, faults };
    const value = built === undefined ? null : asValue(built);
    return { ok: true, document: documentOf(text, value, construction, limits) };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return { ok: false, faults: [...faults, { detail: error.detail, position: positionAt(error.offset) }] };
  }
}

/** The positions of values are looked for when they are first asked for, which is seldom. */
function documentOf(
  text: string,
  value: ExactJson,
  construction: Construction,
  limits: TemplateLimits,
): SourceDocument {
  const positionAt = positionsIn(text);
  let tree: ReturnType<typeof positionsOf>;
  return {
    value,
    locate: (path) => {
      tree ??= positionsOf(text, limits);
      return tree === undefined ? undefined : positionAt(offsetOf(tree, path));
    },
    isText: (map, key) => construction.isText(map, key),
  };
}

function positionsOf(
  text: string,
  limits: TemplateLimits,
): ReturnType<typeof parseYaml<ReturnType<PositionTree['list']>>> {
  return parseYaml(text, new PositionTree(), limits.nesting);
}

function refusedCharacter(text: string, offset: number): Reading {
  const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return readFault(`the character U+${code} is not allowed in YAML`, positionsIn(text)(offset));
}
