import { valueFault } from '../../../fault';
import { YAQL_LIMITS } from '../../../limits';
import { charactersOf } from '../characters';

/** How one value is to be written (https://docs.python.org/3/library/string.html#format-specification-mini-language). */
export interface FieldFormat {
  readonly fill: string;
  readonly align: '<' | '>' | '^' | '=' | undefined;
  readonly sign: '+' | '-' | ' ' | undefined;
  readonly isAlternate: boolean;
  readonly isZeroPadded: boolean;
  readonly width: number;
  readonly grouping: ',' | '_' | undefined;
  readonly precision: number | undefined;
  readonly type: string | undefined;
}

const FORM = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/su;

export function parseFieldFormat(text: string): FieldFormat {
  const match = FORM.exec(text);
  if (match === null)
    throw valueFault(`\`${text}\` is no format that a value could have`, 'a text is no format that a value could have');
  const [, fill, align, sign, alternate, zero, width, grouping, precision, type] = match;
  return {
    fill: fill ?? (zero === undefined ? ' ' : '0'),
    align: align as FieldFormat['align'],
    sign: sign as FieldFormat['sign'],
    isAlternate: alternate !== undefined,
    isZeroPadded: zero !== undefined,
    width: size(width ?? ''),
    grouping: grouping as FieldFormat['grouping'],
    precision: precision === undefined ? undefined : size(precision),
    type,
  };
}

/** No text may be longer than a value may be large. */
function size(digits: string): number {
  const number = Number(digits);
  if (number <= YAQL_LIMITS.memory) return number;
  throw valueFault(`a width or precision is more than the limit of ${YAQL_LIMITS.memory}`);
}

/** The text in a field of the width, at the side that is asked for. `=` puts what fills it behind the sign. */
export function padded(
  sign: string,
  text: string,
  spec: FieldFormat,
  usual: NonNullable<FieldFormat['align']>,
): string {
  const missing = Math.max(0, spec.width - charactersOf(sign + text).length);
  const fill = spec.fill.repeat(missing);
  switch (spec.align ?? usual) {
    case '<':
      return `${sign}${text}${fill}`;
    case '=':
      return `${sign}${fill}${text}`;
    case '^':
      return `${fill.slice(0, Math.floor(missing / 2))}${sign}${text}${fill.slice(Math.floor(missing / 2))}`;
    default:
      return `${fill}${sign}${text}`;
  }
}
