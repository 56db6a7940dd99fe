import { valueFault } from '../../../fault';
import type { Meter } from '../../../runtime/meter';
import { kindOf } from '../../../values/kinds';
import { pythonText } from '../../../values/text';
import type { YaqlValue } from '../../../values/value';
import { formatMoment } from '../../times/format-moment';
import { charactersOf } from '../characters';
import { formatFloat, formatInteger } from './format-number';
import { padded, parseFieldFormat } from './field-format';

/** A value as Python's `format(value, spec)` writes it. */
export function formatValue(value: YaqlValue, spec: string, meter: Meter): string {
  if (spec === '') return pythonText(value, meter);
  switch (typeof value) {
    case 'string':
      return formatText(value, spec);
    case 'bigint':
      return formatInteger(value, parseFieldFormat(spec));
    case 'boolean':
      return formatInteger(BigInt(value), parseFieldFormat(spec));
    case 'number':
      return formatFloat(value, parseFieldFormat(spec));
    default:
      if (value !== null && value.kind === 'moment') return formatMoment(value, spec, meter);
      throw valueFault(`${kindOf(value)} has no formats`);
  }
}

function formatText(text: string, form: string): string {
  const spec = parseFieldFormat(form);
  const isNumeric = spec.sign !== undefined || spec.isAlternate || spec.grouping !== undefined || spec.align === '=';
  if (isNumeric || (spec.type ?? 's') !== 's')
    throw valueFault(`a text cannot be written as \`${form}\``, 'a text cannot be written in a format');
  const shown = spec.precision === undefined ? text : charactersOf(text).slice(0, spec.precision).join('');
  return padded('', shown, spec, '<');
}
