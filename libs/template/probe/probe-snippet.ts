import type { Json, JsonObject } from '#contracts';
import { conditionTruth } from '../conditions/condition-truth';
import { Conditions } from '../conditions/conditions';
import { readConditions } from '../conditions/read-conditions';
import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { StackEvaluation } from '../evaluation/stack-evaluation';
import { evaluate } from '../expressions/evaluate';
import { parseExpression } from '../expressions/parse-expression';
import type { ParseContext } from '../expressions/parse-expression';
import { checkExpression } from '../expressions/walk';
import { own } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import type { ResourceSchema } from '../schema/resource-schema';
import type { ConditionTruths, ResolutionScope, StackWorld } from '../stack';
import { withoutUnknown } from '../values';
import type { Value } from '../values';
import { findVersion } from '../versions/template-version';
import { convertGiven } from './probe-parameter';

/** Where in its life a snippet turned out to be wrong. */
export type SnippetPhase = 'parse' | 'validate' | 'resolve';

export type Probed<Phase> =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly phase: Phase; readonly details: readonly string[] };

/** The stack that a snippet is tried in. */
export interface SnippetWorld {
  readonly version: string;
  /** Whether the snippet stands where a condition is wanted. */
  readonly isCondition: boolean;
  readonly parameters: Readonly<Record<string, { readonly schema: Json; readonly value?: Json }>>;
  readonly parameterDefaults: JsonObject;
  readonly pseudo: ReadonlyMap<string, string>;
  readonly conditions: Json;
  readonly files: ReadonlyMap<string, string>;
  /** Names of the attributes of each resource, and the condition that it has. */
  readonly resources: Readonly<Record<string, { readonly attributes: readonly string[]; readonly condition: Json }>>;
  readonly scope: ResolutionScope;
}

const SNIPPET = Place.root('snippet');

/** Parses, checks and evaluates one value by itself, as the conformance vectors want it; the first phase with faults counts. */
export function probeSnippet(snippet: Json, given: SnippetWorld): Probed<SnippetPhase> {
  const faults = new Faults();
  const failed = (phase: SnippetPhase): Probed<SnippetPhase> => ({
    ok: false,
    phase,
    details: faults.list().map(({ detail }) => detail),
  });
  const { world, context, conditionContext } = prepare(given, faults);
  const expression = parseExpression(snippet, SNIPPET, given.isCondition ? conditionContext : context);
  if (faults.count > 0) return failed('parse');
  const scope = new StackEvaluation(world, given.scope, faults);
  checkExpression(expression, scope);
  if (faults.count > 0) return failed('validate');
  const value = evaluate(expression, scope);
  return faults.count === 0 ? { ok: true, value: withoutUnknown(value) } : failed('resolve');
}

interface Prepared {
  readonly world: StackWorld;
  readonly context: ParseContext;
  readonly conditionContext: ParseContext;
}

function prepare(given: SnippetWorld, faults: Faults): Prepared {
  const version = findVersion(given.version);
  const laterFunctions = version?.laterFunctions ?? new Map<string, string>();
  const functions = version?.conditionFunctions ?? new Map<string, never>();
  const reading = { functions, laterFunctions, faults, warnings: new Faults() };
  const bare = bareWorld(given);
  const evaluation = (conditions: ConditionTruths): StackEvaluation =>
    new StackEvaluation({ ...bare, conditions }, given.scope, faults);
  const definitions = readConditions(given.conditions, Place.root('conditions'), reading);
  const conditions = new Conditions(definitions, faults, evaluation);
  const scope = evaluation(conditions);
  const truth: ParseContext['truth'] = (json, place) => conditionTruth(json, place, { ...reading, scope });
  const enabled = Object.entries(given.resources).filter(
    ([, { condition }]) => condition === true || truth(condition, SNIPPET) === true,
  );
  const resources = enabled.map(([name, { attributes }]) => [name, { schema: stubSchema(attributes) }] as const);
  return {
    world: { ...bare, conditions, resources: new Map(resources) },
    context: { ...reading, functions: version?.functions ?? new Map<string, never>(), truth },
    conditionContext: { ...reading, truth },
  };
}

function bareWorld(given: SnippetWorld): StackWorld {
  // One without a usable value is left out, so that it is a fault only where it is asked for.
  const parameters = Object.entries(given.parameters).flatMap(([name, { schema, value = null }]): [string, Value][] => {
    const fallback = own(given.parameterDefaults, name) ?? null;
    const converted = convertGiven(name, schema, { value, default: fallback });
    return converted === undefined ? [] : [[name, converted]];
  });
  return {
    limits: DEFAULT_LIMITS,
    parameters: new Map<string, Value>([...given.pseudo, ...parameters]),
    hidden: new Set(),
    conditions: { truth: () => undefined, names: () => [] },
    files: given.files,
    parentResource: undefined,
    resources: new Map(),
  };
}

function stubSchema(names: readonly string[]): ResourceSchema {
  const attributes = Object.fromEntries(names.map((name) => [name, { type: 'Any' as const }]));
  const supportStatus = { status: 'SUPPORTED' } as const;
  return { type: 'Stub', description: '', supportStatus, properties: {}, attributes, anyProperties: true };
}
