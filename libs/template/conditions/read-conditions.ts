import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Expression } from '../expressions/expression';
import { parseExpression } from '../expressions/parse-expression';
import type { AnyDefinition } from '../functions/function-definition';
import { isObject } from '../json';
import type { ExactJson } from '../json';
import type { ConditionDefinition } from './conditions';

interface ConditionsReading {
  readonly functions: ReadonlyMap<string, AnyDefinition>;
  readonly absentFunctions: ReadonlyMap<string, string>;
  readonly faults: Faults;
  readonly warnings: Faults;
}

/** Conditions by name; `null` for those that could not be read, which is reported. */
export type ConditionDefinitions = ReadonlyMap<string, ConditionDefinition | null>;

/**
 * Reads the `conditions` section
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#conditions-section).
 */
export function readConditions(
  json: ExactJson | undefined,
  place: Place,
  reading: ConditionsReading,
): ConditionDefinitions {
  if (json === undefined) return new Map();
  if (isObject(json)) {
    const entries = Object.entries(json);
    return new Map(entries.map(([name, definition]) => [name, readDefinition(definition, place.at(name), reading)]));
  }
  reading.faults.add(place, `expected a map of conditions, found ${describe(json)}`);
  return new Map();
}

function readDefinition(json: ExactJson, place: Place, reading: ConditionsReading): ConditionDefinition | null {
  const before = reading.faults.count;
  const expression = parseExpression(json, place, { ...reading, truth: () => null });
  if (reading.faults.count > before) return null;
  if (isCondition(expression)) return { expression, place };
  return reading.faults.refuse(place, `expected a boolean or a function, found ${describe(json)}`);
}

function isCondition(expression: Expression): boolean {
  return expression.kind === 'call' || (expression.kind === 'literal' && typeof expression.value === 'boolean');
}
