import type { Json } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Expression } from '../expressions/expression';
import { parseExpression } from '../expressions/parse-expression';
import type { ParseContext } from '../expressions/parse-expression';
import { isObject, own } from '../json';
import { pythonText } from '../text/python-repr';
import type { TemplateVersion } from '../versions/template-version';

/** An output as it is written. */
export interface WrittenOutput {
  readonly name: string;
  readonly place: Place;
  readonly description: string;
  readonly value: Expression;
  readonly condition: Json;
}

interface OutputReading extends ParseContext {
  readonly version: TemplateVersion;
  /** Heat takes keys that mean nothing to it, so they are no faults. */
  readonly warnings: Faults;
}

/** Reads the entries of the `outputs` section; those without a value are reported and left out. */
export function readOutputs(
  entries: readonly (readonly [string, Json])[],
  place: Place,
  reading: OutputReading,
): WrittenOutput[] {
  return entries.flatMap(([name, json]) => readOutput(name, json, place.at(name), reading) ?? []);
}

function readOutput(name: string, json: Json, place: Place, reading: OutputReading): WrittenOutput | null {
  const { faults, version, warnings } = reading;
  if (!isObject(json)) return faults.refuse(place, `expected a map that describes the output, found ${describe(json)}`);
  for (const key of Object.keys(json)) {
    if (!version.outputKeys.has(key)) {
      warnings.add(
        place.at(key),
        `an output has no key \`${key}\`${didYouMean(key, version.outputKeys)}: it is ignored`,
      );
    }
  }
  const value = own(json, 'value');
  if (value === undefined) return faults.refuse(place, 'expected a `value`');
  const description = own(json, 'description') ?? '';
  const condition = version.outputKeys.has('condition') ? (own(json, 'condition') ?? true) : true;
  const expression = parseExpression(value, place.at('value'), reading);
  return { name, place, description: pythonText(description), value: expression, condition };
}
