import { Composer, Lexer, Parser } from 'yaml';
import type { CST, Document } from 'yaml';
import { nestsDeeperThan } from '../../json';
import type { TemplateLimits } from '../../limits';
import { positionAt } from '../position';
import { readFault } from '../source-document';
import type { ReadFault, Reading } from '../source-document';
import { constructDocument } from './construct';
import { locateInYaml } from './yaml-positions';

/** What PyYAML's reader refuses anywhere in a text: control characters and halves of surrogate pairs. */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** Line breaks of YAML 1.1 that YAML 1.2, which the parser is written for, no longer knows. */
const OLD_LINE_BREAKS = /[\x85\u2028\u2029]/g;
/** One mistake in YAML tends to be reported again and again in what follows it. */
const MOST_SYNTAX_FAULTS = 5;

/**
 * Reads a text of one YAML 1.1 document as PyYAML's safe loader does, with dates as texts as Heat has
 * it. An empty document is `null`. The grammar is the `yaml` package's; what plain scalars, tags,
 * anchors and merge keys mean is decided here.
 */
export function readYaml(text: string, limits: TemplateLimits): Reading {
  const unprintable = text.search(UNPRINTABLE);
  if (unprintable !== -1) return refusedCharacter(text, unprintable);
  const tokens = tokensOf(text.replace(OLD_LINE_BREAKS, '\n'), limits.nesting);
  if (typeof tokens === 'number') return tooDeep(limits, text, tokens);
  const documents = compose(tokens);
  if (documents === undefined) return readFault('the text cannot be read as YAML');
  const [document, second] = documents;
  if (document === undefined) return { ok: true, document: { value: null, locate: () => undefined } };
  if (document.errors.length > 0) return syntaxFaults(text, document);
  if (second !== undefined) {
    const offset = second.contents?.range[0] ?? second.range[0];
    return readFault('the text holds a second document; only one is taken', positionAt(text, offset));
  }
  return readDocument(text, document, limits);
}

function readDocument(text: string, document: Document.Parsed, limits: TemplateLimits): Reading {
  const faults: ReadFault[] = [];
  const report = (node: { range?: readonly number[] | null }, detail: string): void => {
    faults.push({ detail, position: positionAt(text, node.range?.[0] ?? 0) });
  };
  const value = constructDocument(document.contents, limits, report);
  if (faults.length > 0) return { ok: false, faults };
  if (nestsDeeperThan(value, limits.nesting)) return tooDeep(limits, text, 0);
  const locate = (path: readonly (string | number)[]) => positionAt(text, locateInYaml(document, path));
  return { ok: true, document: { value, locate } };
}

/** The text's syntax tree; or where it nests deeper than the limit, found before more is read. */
function tokensOf(text: string, nesting: number): CST.Token[] | number {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Besides collections, the stack holds the document and a scalar.
    if (parser.stack.length > nesting + 2) return parser.offset;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** At most two documents: a second one is a fault, and more are not needed to tell. */
function compose(tokens: readonly CST.Token[]): Document.Parsed[] | undefined {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  const documents: Document.Parsed[] = [];
  try {
    for (const document of composer.compose(tokens)) {
      documents.push(document);
      if (documents.length === 2) break;
    }
  } catch {
    return undefined;
  }
  return documents;
}

function refusedCharacter(text: string, offset: number): Reading {
  const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return readFault(`the character U+${code} is not allowed in YAML`, positionAt(text, offset));
}

function syntaxFaults(text: string, document: Document.Parsed): Reading {
  const faults = document.errors.slice(0, MOST_SYNTAX_FAULTS).map((error) => ({
    detail: `the text is not valid YAML: ${error.message}`,
    position: positionAt(text, error.pos[0]),
  }));
  return { ok: false, faults };
}

function tooDeep(limits: TemplateLimits, text: string, offset: number): Reading {
  const detail = `lists and maps stand in each other deeper than the limit of ${limits.nesting}`;
  return readFault(detail, positionAt(text, offset));
}
