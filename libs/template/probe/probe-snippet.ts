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
import type { ExactJson, ExactObject } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import type { PseudoParameters } from '../request';
import type { ResourceSchema } from '../schema/resource-schema';
import type { ParentResource } from '../parent-resource';
import type { ConditionTruths, ResolutionScope, StackWorld } from '../stack';
import { withoutUnknown } from '../values';
import type { Value } from '../values';
import type { TemplateVersion } from '../versions/template-version';
import { convertGiven } from './probe-parameter';
import { existingVersion } from './existing-version';

/** Where in its life a snippet turned out to be wrong. */
export type SnippetPhase = 'parse' | 'validate' | 'resolve';

export type Probed<Phase> =
  | { readonly ok: true; readonly value: ExactJson }
  | { readonly ok: false; readonly phase: Phase; readonly details: readonly string[] };

/** The stack that a snippet is tried in. */
export interface SnippetWorld {
  /** `2018-08-31`, `rocky`, `AWSTemplateFormatVersion.2010-09-09`. */
  readonly version: string;
  /** Whether the snippet stands where a condition is wanted. */
  readonly isCondition: boolean;
  readonly parameters: Readonly<Record<string, { readonly schema: ExactJson; readonly value?: ExactJson }>>;
  readonly parameterDefaults: ExactObject;
  readonly pseudo: PseudoParameters;
  readonly conditions: ExactJson;
  readonly mappings: ExactObject;
  readonly availabilityZones: readonly string[];
  readonly parentResource: ParentResource | undefined;
  readonly files: ReadonlyMap<string, string>;
  /** Names of the attributes of each resource, and the condition that it has. */
  readonly resources: Readonly<
    Record<string, { readonly attributes: readonly string[]; readonly condition: ExactJson }>
  >;
  readonly scope: ResolutionScope;
}

const SNIPPET = Place.root('snippet');

/** Parses, checks and evaluates one value by itself, as the conformance vectors want it; the first phase with faults counts. */
export function probeSnippet(snippet: ExactJson, given: SnippetWorld): Probed<SnippetPhase> {
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
  const version = existingVersion(given.version);
  const { absentFunctions, conditionFunctions: functions } = version;
  const reading = { functions, absentFunctions, faults, warnings: new Faults() };
  const bare = bareWorld(given, version);
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
    context: { ...reading, functions: version.functions, truth },
    conditionContext: { ...reading, truth },
  };
}

function bareWorld(given: SnippetWorld, version: TemplateVersion): StackWorld {
  // One without a usable value is left out, so that it is a fault only where it is asked for.
  const parameters = Object.entries(given.parameters).flatMap(([name, { schema, value = null }]): [string, Value][] => {
    const fallback = own(given.parameterDefaults, name) ?? null;
    const converted = convertGiven(name, schema, version, { value, default: fallback });
    return converted === undefined ? [] : [[name, converted]];
  });
  const { files, mappings, availabilityZones, parentResource } = given;
  return {
    ...{ files, mappings, availabilityZones, parentResource },
    limits: DEFAULT_LIMITS,
    parameters: new Map<string, Value>([...version.pseudoParameters(given.pseudo), ...parameters]),
    hidden: new Set(),
    conditions: { truth: () => undefined, names: () => [] },
    declaredResources: new Set(Object.keys(given.resources)),
    resources: new Map(),
  };
}

function stubSchema(names: readonly string[]): ResourceSchema {
  const attributes = Object.fromEntries(names.map((name) => [name, { type: 'Any' as const }]));
  const supportStatus = { status: 'SUPPORTED' } as const;
  return { type: 'Stub', description: '', supportStatus, properties: {}, attributes, anyProperties: true };
}
