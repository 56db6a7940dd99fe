import type { YaqlFunction } from '../../../runtime/yaql-function';
import { extension, named, required, rest } from '../../define';
import { ANY, TEXT } from '../../types';
import { formatText } from './format-text';

export const FORMAT_FUNCTIONS: readonly YaqlFunction[] = [
  extension(
    'format',
    [required('_FormatString', TEXT), rest('args', ANY), named(ANY)],
    ([format, positional, names], { meter }) => formatText(format, { positional, named: names }, meter),
  ),
];
