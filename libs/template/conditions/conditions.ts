import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { describeResult } from '../expressions/describe-result';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression } from '../expressions/expression';
import type { ConditionTruths } from '../stack';
import { UNKNOWN } from '../values';
import type { Unknown } from '../values';

export interface ConditionDefinition {
  readonly expression: Expression;
  readonly place: Place;
}

/** Conditions that rest on each other for longer than this are refused, before the stack overflows. */
const LONGEST_CHAIN = 200;

/** The conditions of a template, each evaluated when it is first asked for, and once. */
export class Conditions implements ConditionTruths {
  private readonly known = new Map<string, boolean | Unknown>();
  /** Those being evaluated, each because of the one before it. */
  private readonly open = new Set<string>();

  constructor(
    /** `null` for those that could not be read, which was reported. */
    private readonly definitions: ReadonlyMap<string, ConditionDefinition | null>,
    private readonly faults: Faults,
    /** The evaluation asks these conditions in turn. */
    private readonly evaluation: (conditions: Conditions) => Evaluation,
  ) {}

  /** Whether somebody asked for the condition by now. */
  wasAsked(name: string): boolean {
    return this.known.has(name);
  }

  names(): Iterable<string> {
    return this.definitions.keys();
  }

  truth(name: string): boolean | Unknown | undefined {
    const definition = this.definitions.get(name);
    const known = this.known.get(name);
    if (definition === undefined || known !== undefined) return known;
    if (definition === null) return UNKNOWN;
    if (this.open.has(name) || this.open.size >= LONGEST_CHAIN) return this.refuseChain(name, definition);
    this.open.add(name);
    const truth = this.evaluate(definition);
    this.open.delete(name);
    this.known.set(name, truth);
    return truth;
  }

  private evaluate({ expression, place }: ConditionDefinition): boolean | Unknown {
    const scope = this.evaluation(this);
    const value = evaluate(expression, scope);
    if (value === UNKNOWN || typeof value === 'boolean') return value;
    const found = (): string => describeResult(value, expression, scope);
    return scope.report(place, () => `expected a condition that is true or false, found ${found()}`);
  }

  private refuseChain(name: string, { place }: ConditionDefinition): Unknown {
    const open = [...this.open];
    const circle = [...open.slice(Math.max(0, open.indexOf(name))), name];
    const detail = this.open.has(name)
      ? `the condition rests on itself: ${circle.join(' → ')}`
      : `conditions rest on each other in a chain longer than the limit of ${LONGEST_CHAIN}`;
    this.faults.add(place, detail);
    return UNKNOWN;
  }
}
