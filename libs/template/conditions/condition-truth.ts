import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Evaluation } from '../expressions/expression';
import { parseExpression } from '../expressions/parse-expression';
import type { AnyDefinition } from '../functions/function-definition';
import { truthOfOperand } from '../functions/truth-of-operand';
import type { ExactJson } from '../json';
import type { Unknown } from '../values';

/** What conditions that stand in the middle of a template are read with. */
export interface ConditionReading {
  readonly functions: ReadonlyMap<string, AnyDefinition>;
  readonly absentFunctions: ReadonlyMap<string, string>;
  readonly faults: Faults;
  readonly warnings: Faults;
  readonly scope: Evaluation;
}

/** The truth of a condition, a condition's name or a boolean; `null` where that cannot be told, which is reported. */
export function conditionTruth(json: ExactJson, place: Place, reading: ConditionReading): boolean | Unknown | null {
  const before = reading.faults.count;
  const expression = parseExpression(json, place, { ...reading, truth: () => null });
  const truth = truthOfOperand(expression, place, reading.scope);
  return reading.faults.count === before ? truth : null;
}
