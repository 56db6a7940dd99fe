import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import { evaluateWithin } from '../expressions/evaluate';
import type { Expression } from '../expressions/expression';
import { checkExpression } from '../expressions/walk';
import type { ExactObject } from '../json';
import type { PreparedOutput } from '../stack';
import { isEnabled } from './is-enabled';
import type { Preparation } from './preparation';
import type { Ground } from './prepare-world';
import { readOutputs } from './read-outputs';
import type { WrittenOutput } from './read-outputs';
import { readMapSection } from './read-section';

/**
 * Reads the outputs; one whose condition is false has no value. What is wrong with values is a
 * warning: to Heat an output that fails is no reason to refuse the stack.
 */
export function prepareOutputs(
  template: ExactObject,
  { context, world }: Ground,
  { faults, warnings, version, place }: Preparation,
): Map<string, PreparedOutput> {
  const section = version.keys.sections.outputs;
  const entries = readMapSection(template, section, place, faults);
  const outputs = readOutputs(entries, place.at(section), { ...context, version, warnings });
  const forms = new StackEvaluation(world, NOTHING_KNOWN, faults);
  const values = new StackEvaluation(world, NOTHING_KNOWN, warnings);
  const prepared = outputs.map((output) =>
    prepareOutput(output, isEnabled(output.condition, output.conditionPlace, context)),
  );
  for (const { value, place: at } of prepared) {
    checkExpression(value, forms);
    evaluateWithin(value, at, values);
  }
  return new Map(prepared.map((output) => [output.name, output]));
}

const NOTHING: Expression = { kind: 'literal', value: null };

function prepareOutput({ name, description, value, place }: WrittenOutput, enabled: boolean): PreparedOutput {
  return { name, description, value: enabled ? value : NOTHING, place };
}
