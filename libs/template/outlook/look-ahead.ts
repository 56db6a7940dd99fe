import { Faults } from '../diagnostics/faults';
import { toDiagnostics } from '../diagnostics/to-diagnostics';
import { StackEvaluation } from '../evaluation/stack-evaluation';
import { evaluateWithin } from '../expressions/evaluate';
import { evaluateMap, resourceProperties } from '../resources/resource-properties';
import { placeIn, resourceOf } from '../resolve-stack';
import type { PreparedStack, ResolutionScope } from '../stack';
import { isKnown, plainJson, UNKNOWN, withoutUnknown } from '../values';
import type { Unknown, Value } from '../values';

/** What can be said of a resource before it is its turn. */
export interface Outlook {
  /** As its type wants them; `UNKNOWN` where a function makes the whole map, and that is not known yet. */
  readonly properties: Readonly<Record<string, Value>> | Unknown;
  readonly metadata: Readonly<Record<string, Value>> | Unknown;
  /** What is wrong with values that are known; such a value is as good as not known. */
  readonly faults: readonly string[];
}

/** The properties that a resource is to be made with, as far as they can be told from what the scope knows. */
export function lookAhead(stack: PreparedStack, resource: string, scope: ResolutionScope): Outlook {
  const prepared = resourceOf(stack, resource);
  const faults = new Faults();
  const evaluation = new StackEvaluation(stack.world, scope, faults);
  const properties = resourceProperties(prepared, placeIn(stack, resource, 'properties'), evaluation);
  const metadata = evaluateMap(prepared.metadata, placeIn(stack, resource, 'metadata'), evaluation);
  const document = { root: ['template'], value: stack.template, locate: () => undefined };
  const details = faults.none ? [] : toDiagnostics(faults, [document]).map(({ detail }) => detail);
  return { properties, metadata, faults: [...new Set(details)] };
}

/** An output as far as it is known. */
export interface OutputOutlook {
  readonly name: string;
  readonly description: string;
  /** `null` for whatever of it is not known. */
  readonly value: ReturnType<typeof plainJson>;
  readonly known: boolean;
}

/** The outputs of a stack, in the template's order, as far as they can be told from what the scope knows. */
export function lookAtOutputs(stack: PreparedStack, scope: ResolutionScope): OutputOutlook[] {
  return [...stack.outputs.values()].map(({ name, description, value: expression, place }) => {
    const faults = new Faults();
    const value = evaluateWithin(expression, place, new StackEvaluation(stack.world, scope, faults));
    return { name, description, value: plainJson(withoutUnknown(value)), known: faults.none && isKnown(value) };
  });
}

/** Whether nothing of it is known. */
export function isUnknown(section: Outlook['properties']): section is Unknown {
  return section === UNKNOWN;
}
