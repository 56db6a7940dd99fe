import type { Json } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Evaluation, Expression } from '../expressions/expression';
import { parseExpression } from '../expressions/parse-expression';
import type { AnyDefinition } from '../functions/function-definition';
import { isObject } from '../json';
import { Conditions } from './conditions';
import type { ConditionDefinition } from './conditions';

interface ConditionsReading {
  readonly functions: ReadonlyMap<string, AnyDefinition>;
  readonly laterFunctions: ReadonlyMap<string, string>;
  readonly faults: Faults;
  readonly warnings: Faults;
  readonly evaluation: (conditions: Conditions) => Evaluation;
}

/**
 * Reads the `conditions` section, and evaluates all of it, so that what is wrong with a condition is
 * told whether or not somebody uses it
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#conditions-section).
 */
export function readConditions(json: Json | undefined, place: Place, reading: ConditionsReading): Conditions {
  const { faults, evaluation } = reading;
  const section = json ?? {};
  if (!isObject(section)) faults.add(place, `expected a map of conditions, found ${describe(section)}`);
  const entries = isObject(section) ? Object.entries(section) : [];
  const definitions = new Map(
    entries.map(([name, definition]) => [name, readDefinition(definition, place.at(name), reading)]),
  );
  const conditions = new Conditions(definitions, faults, evaluation);
  for (const name of definitions.keys()) conditions.truth(name);
  return conditions;
}

function readDefinition(json: Json, place: Place, reading: ConditionsReading): ConditionDefinition | null {
  const before = reading.faults.count;
  const expression = parseExpression(json, place, { ...reading, truth: () => null });
  if (reading.faults.count > before) return null;
  if (!isCondition(expression)) {
    return reading.faults.refuse(place, `expected a boolean or a function, found ${describe(json)}`);
  }
  return { expression, place };
}

function isCondition(expression: Expression): boolean {
  return expression.kind === 'call' || (expression.kind === 'literal' && typeof expression.value === 'boolean');
}
