import { textLength } from '../../../text/length';
import { admit, checkMemory } from '../../runtime/admit';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { EMPTY_TEXT, sizeOf } from '../../values/size';
import { yaqlText } from '../../values/text';
import { Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { alias, extension, fn, method, optional, required, rest } from '../define';
import { ANY, BOOLEAN, COLLECTION, INTEGER, MAP, TEXT, TEXT_OR_NULL } from '../types';
import { charactersOf } from './characters';
import { replaceText } from './replace';
import { splitText, strip } from './split';
import type { Side } from './split';

const STRING = required('string', TEXT);
/** For how many parts CPython has room when it begins to split a text. */
const SPLIT_ROOM = 12;
const CHARS = optional('chars', TEXT_OR_NULL);

const concat = fn('concat', [rest('args', TEXT)], ([parts], { meter }) => {
  meter.checkSize(parts.reduce((size, part) => size + part.length, 0));
  return parts.join('');
});

/** Functions and operators on texts that give a text, or parts of one. */
export const TEXT_FUNCTIONS: readonly YaqlFunction[] = [
  concat,
  alias('#operator_+', concat),
  fn('#operator_*', [required('left', TEXT), required('right', INTEGER)], repeated),
  fn('#operator_*', [required('left', INTEGER), required('right', TEXT)], ([count, text], call) =>
    repeated([text, count], call),
  ),
  fn('#operator_in', [required('left', TEXT), required('right', TEXT)], ([left, right]) => right.includes(left)),
  extension('len', [STRING], ([text]) => BigInt(textLength(text))),
  method('toUpper', [STRING], ([text]) => text.toUpperCase()),
  method('toLower', [STRING], ([text]) => text.toLowerCase()),
  splitting('split', 'left'),
  splitting('rightSplit', 'right'),
  method('join', [required('sequence', COLLECTION), required('separator', TEXT)], joined),
  method('join', [required('separator', TEXT), required('sequence', COLLECTION)], ([separator, items], call) =>
    joined([items, separator], call),
  ),
  fn('str', [required('value', ANY)], ([value], { meter }) => yaqlText(value, meter)),
  method('trim', [STRING, CHARS], ([text, chars = null]) => strip(text, chars)),
  method('trimLeft', [STRING, CHARS], ([text, chars = null]) => strip(text, chars, ['left'])),
  method('trimRight', [STRING, CHARS], ([text, chars = null]) => strip(text, chars, ['right'])),
  extension('norm', [required('string', TEXT_OR_NULL), CHARS], ([text, chars = null]) =>
    text === null ? null : strip(text, chars) || null,
  ),
  extension(
    'isEmpty',
    [required('string', TEXT_OR_NULL), optional('trim', BOOLEAN), CHARS],
    ([text, trim = true, chars = null]) => (trim ? strip(text ?? '', chars) : (text ?? '')) === '',
  ),
  method(
    'replace',
    [STRING, required('old', TEXT), required('new', TEXT), optional('count', INTEGER)],
    ([text, old, by, count = -1n], { meter }) => replaceText(text, { old, by, count }, meter),
  ),
  method(
    'replace',
    [STRING, required('replacements', MAP), optional('count', INTEGER)],
    ([text, replacements, count = -1n], call) =>
      [...replacements.entries.values()].reduce(
        (changed, [key, value]) =>
          replaceText(changed, { old: textOf(key, call), by: textOf(value, call), count }, call.meter),
        text,
      ),
  ),
  method('toCharArray', [STRING], ([text]) => new Sequence(charactersOf(text))),
  method('startsWith', [STRING, rest('prefixes', TEXT)], ([text, prefixes]) =>
    prefixes.some((prefix) => text.startsWith(prefix)),
  ),
  method('endsWith', [STRING, rest('suffixes', TEXT)], ([text, suffixes]) =>
    suffixes.some((suffix) => text.endsWith(suffix)),
  ),
  fn('isString', [required('arg', ANY)], ([value]) => typeof value === 'string'),
];

function textOf(value: YaqlValue, { meter }: Call): string {
  return admit(yaqlText(value, meter), meter);
}

function joined([items, separator]: readonly [Iterable<YaqlValue>, string], call: Call): string {
  const texts: string[] = [];
  for (const item of items) texts.push(textOf(item, call));
  return texts.join(separator);
}

function splitting(name: string, side: Side): YaqlFunction {
  return method(
    name,
    [STRING, optional('separator', TEXT_OR_NULL), optional('maxSplits', INTEGER)],
    ([text, separator = null, most = -1n]) => new Sequence(splitText(text, separator, most, side), false, SPLIT_ROOM),
  );
}

/** Refuses before it makes a text what would take too much memory, in the way that YAQL tells it. */
function repeated([text, count]: readonly [string, bigint], { meter }: Call): string {
  const times = Number(count);
  const spared = (1 - times) * EMPTY_TEXT;
  checkMemory(spared, meter);
  checkMemory(spared + times * sizeOf(text), meter);
  return text.repeat(Math.max(0, times));
}
