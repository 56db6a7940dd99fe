import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Expression } from '../expressions/expression';
import { parseExpression } from '../expressions/parse-expression';
import type { ParseContext } from '../expressions/parse-expression';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { pythonText } from '../text/python-repr';
import { namesIn } from '../versions/template-keys';
import type { TemplateVersion } from '../versions/template-version';

/** An output as it is written. */
export interface WrittenOutput {
  readonly name: string;
  readonly description: string;
  readonly value: Expression;
  /** Of the value. */
  readonly place: Place;
  readonly condition: ExactJson;
  readonly conditionPlace: Place;
}

interface OutputReading extends ParseContext {
  readonly version: TemplateVersion;
  /** Heat takes keys that mean nothing to it, so they are no faults. */
  readonly warnings: Faults;
}

/** Reads the entries of the `outputs` section; those without a value are reported and left out. */
export function readOutputs(
  entries: readonly (readonly [string, ExactJson])[],
  place: Place,
  reading: OutputReading,
): WrittenOutput[] {
  return entries.flatMap(([name, json]) => readOutput(name, json, place.at(name), reading) ?? []);
}

function readOutput(name: string, json: ExactJson, place: Place, reading: OutputReading): WrittenOutput | null {
  const { faults, version } = reading;
  if (!isObject(json)) return faults.refuse(place, `expected a map that describes the output, found ${describe(json)}`);
  const keys = version.keys.output;
  warnOfKeys(json, place, namesIn(keys), reading);
  const value = own(json, keys.value);
  if (value === undefined) return faults.refuse(place, `expected a \`${keys.value}\``);
  const description = pythonText(own(json, keys.description) ?? '');
  const condition = keys.condition === null ? true : (own(json, keys.condition) ?? true);
  const conditionPlace = keys.condition === null ? place : place.at(keys.condition);
  const at = place.at(keys.value);
  return { name, description, condition, conditionPlace, value: parseExpression(value, at, reading), place: at };
}

function warnOfKeys(json: ExactObject, place: Place, known: ReadonlySet<string>, { warnings }: OutputReading): void {
  for (const key of Object.keys(json)) {
    if (known.has(key)) continue;
    warnings.add(place.at(key), `an output has no key \`${key}\`${didYouMean(key, known)}: it is ignored`);
  }
}
