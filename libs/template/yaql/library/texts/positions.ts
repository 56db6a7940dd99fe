import { textLength } from '../../../text/length';
import type { YaqlFunction } from '../../runtime/yaql-function';
import { method, optional, required } from '../define';
import { INTEGER, TEXT } from '../types';
import { findIn, sliceOf } from './characters';

const STRING = required('string', TEXT);
const SUB = required('sub', TEXT);

/** Functions on texts that take or give positions. */
export const POSITION_FUNCTIONS: readonly YaqlFunction[] = [
  method(
    'substring',
    [STRING, required('start', INTEGER), optional('length', INTEGER)],
    ([text, start, length = -1n]) => {
      const whole = textLength(text);
      const from = Number(start) + (start < 0n ? whole : 0);
      return sliceOf(text, from, from + (length < 0n ? whole : Number(length)));
    },
  ),
  ...finding('indexOf', false),
  ...finding('lastIndexOf', true),
];

function finding(name: string, isLast: boolean): YaqlFunction[] {
  return [
    method(name, [STRING, SUB, optional('start', INTEGER)], ([text, sub, start = 0n]) =>
      BigInt(findIn(text, sub, { start: Number(start), isLast })),
    ),
    method(
      name,
      [STRING, SUB, required('start', INTEGER), required('length', INTEGER)],
      ([text, sub, start, length]) => {
        const whole = textLength(text);
        const from = Number(start) + (start < 0n ? whole : 0);
        const end = length < 0n ? whole : from + Number(length);
        return BigInt(findIn(text, sub, { start: from, end, isLast }));
      },
    ),
  ];
}
