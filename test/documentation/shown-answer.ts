import type { Json } from '#contracts';
import { isObject } from '#template';
import type { PageBlock } from './page-blocks';
import type { ShownTexts } from './shown-texts';

/**
 * What an answer has otherwise than a page shows it; nothing where it is as shown. A page shows of JSON (`json`), and of
 * an answer with its head (`http`, as `curl -i` prints it), only what matters: objects may have more members and heads more
 * headers. Arrays are whole, unless `…` is the last of their elements. All else is shown as `text`.
 */
export function differences(shown: PageBlock, printed: string, texts: ShownTexts): string[] {
  const actual = printed.replaceAll('\r\n', '\n').trimEnd();
  if (shown.language === 'json') return jsonDifferences(shown.text, actual, texts);
  if (shown.language === 'http') return httpDifferences(shown.text, actual, texts);
  if (shown.language === 'text') return textDifferences(shown.text, actual, texts);
  return [`answers are shown as json, http or text, not as ${shown.language}`];
}

function textDifferences(shown: string, actual: string, texts: ShownTexts): string[] {
  return texts.match(shown, actual) ? [] : [`shown ${JSON.stringify(shown)}, answered ${JSON.stringify(actual)}`];
}

function httpDifferences(shown: string, actual: string, texts: ShownTexts): string[] {
  const [[shownHead, shownBody], [head, body]] = [cut(shown), cut(actual)];
  const [shownStatus = '', ...shownHeaders] = shownHead.split('\n');
  const [status = '', ...headers] = head.split('\n');
  const missing = shownHeaders.filter((header) => !headers.some((each) => texts.match(header, each)));
  return [
    ...textDifferences(shownStatus, status, texts),
    ...missing.map((header) => `there is no header ${header} among ${headers.join(', ')}`),
    ...(shownBody === '' ? [] : jsonDifferences(shownBody, body, texts)),
  ];
}

/** Head and body of an answer. */
function cut(answer: string): [head: string, body: string] {
  const end = answer.indexOf('\n\n');
  return end === -1 ? [answer, ''] : [answer.slice(0, end), answer.slice(end + 2)];
}

function jsonDifferences(shown: string, actual: string, texts: ShownTexts): string[] {
  const read = readJson(actual);
  return read === undefined
    ? [`answered what is no JSON: ${actual}`]
    : valueDifferences(JSON.parse(shown) as Json, read, texts, '');
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function valueDifferences(shown: Json, actual: Json | undefined, texts: ShownTexts, at: string): string[] {
  if (Array.isArray(shown) && Array.isArray(actual)) return arrayDifferences(shown, actual, texts, at);
  if (isObject(shown) && isObject(actual) && (Object.keys(shown).length > 0 || Object.keys(actual).length === 0))
    return Object.entries(shown).flatMap(([key, value]) => valueDifferences(value, actual[key], texts, `${at}/${key}`));
  const isSame =
    typeof shown === 'string' && typeof actual === 'string' ? texts.match(shown, actual) : shown === actual;
  return isSame ? [] : [`${at}: shown ${JSON.stringify(shown)}, answered ${JSON.stringify(actual)}`];
}

function arrayDifferences(shown: Json[], actual: Json[], texts: ShownTexts, at: string): string[] {
  const isOpen = shown.at(-1) === '…';
  const elements = isOpen ? shown.slice(0, -1) : shown;
  if (isOpen ? actual.length < elements.length : actual.length !== elements.length)
    return [`${at}: shown ${elements.length} elements, answered ${JSON.stringify(actual)}`];
  return elements.flatMap((element, index) => valueDifferences(element, actual[index], texts, `${at}/${index}`));
}
