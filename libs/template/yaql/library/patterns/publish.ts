import { textLength } from '../../../text/length';
import { valueFault } from '../../fault';
import type { Meter } from '../../runtime/meter';
import type { Scope } from '../../runtime/yaql-function';
import { dictionaryOf } from '../../values/build';
import type { Dictionary, Pattern } from '../../values/value';
import type { Found, Match } from './matches';

/** Sets `$` to the match and `$2`, `$3` and so on to its groups, each a map of `value`, `start` and `end`. */
export function publish(
  match: Match,
  text: string,
  { regex }: Pattern,
  { scope, meter }: { scope: Scope; meter: Meter },
): void {
  if (Object.keys(regex.namedGroups()).length > 0) {
    throw valueFault('an expression cannot be given named groups; leave out their names, and use `$2`, `$3` and so on');
  }
  for (const [index, found] of [match, ...match.groups].entries()) {
    scope.set(`$${index + 1}`, recordOf(found, text, meter));
  }
}

function recordOf({ text: value, start, end }: Found, text: string, meter: Meter): Dictionary {
  meter.step(text.length >> 8);
  const position = (unit: number): bigint => BigInt(unit < 0 ? unit : textLength(text.slice(0, unit)));
  return dictionaryOf(
    [
      ['value', value],
      ['start', position(start)],
      ['end', position(end)],
    ],
    meter,
    false,
  );
}
