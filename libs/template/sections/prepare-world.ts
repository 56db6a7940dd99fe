import type { JsonObject } from '#contracts';
import { conditionTruth } from '../conditions/condition-truth';
import { Conditions } from '../conditions/conditions';
import { readConditions } from '../conditions/read-conditions';
import type { Faults } from '../diagnostics/faults';
import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import type { ParseContext } from '../expressions/parse-expression';
import { objectOf, own } from '../json';
import type { ConditionTruths, PreparedParameter, StackWorld } from '../stack';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { Preparation } from './preparation';
import { TEMPLATE } from './read-request';
import { readMapSection } from './read-section';

/** What resources and outputs are read on the ground of. */
export interface Ground {
  /** Without resources yet. */
  readonly world: StackWorld;
  readonly context: ParseContext;
  /** Every condition by its truth, where that is known; to be called when all else was read. */
  conditionTruths(): ReadonlyMap<string, boolean>;
  /** The names of the parameters that the template declares, also of those that are faulty. */
  readonly parameterNames: ReadonlySet<string>;
}

interface Known {
  readonly names: ReadonlySet<string>;
  readonly parameters: ReadonlyMap<string, PreparedParameter>;
  readonly pseudoParameters: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
}

/** Reads the conditions, and makes what the rest of the template is parsed with. */
export function prepareWorld(template: JsonObject, known: Known, preparation: Preparation): Ground {
  const { faults, warnings, version } = preparation;
  const bare = { ...bareWorld(known, preparation), mappings: readMappings(template, preparation) };
  const reading = { ...preparation, functions: version.conditionFunctions, absentFunctions: version.absentFunctions };
  const key = version.keys.sections.conditions;
  const definitions = key === null ? new Map() : readConditions(own(template, key), TEMPLATE.at(key), reading);
  const conditionsFor = (found: Faults): Conditions =>
    new Conditions(definitions, found, (truths) => evaluationOf({ ...bare, conditions: truths }, found));
  const conditions = conditionsFor(faults);
  const world = { ...bare, conditions };
  const scope = evaluationOf(world, faults);
  const context: ParseContext = {
    ...reading,
    functions: version.functions,
    truth: (json, place) => conditionTruth(json, place, { ...reading, scope }),
  };
  const conditionTruths = (): Map<string, boolean> => knownTruths(conditions, conditionsFor(warnings));
  return { world, context, conditionTruths, parameterNames: known.names };
}

function evaluationOf(world: StackWorld, faults: Faults): StackEvaluation {
  return new StackEvaluation(world, NOTHING_KNOWN, faults);
}

const NO_CONDITIONS: ConditionTruths = { truth: () => undefined, names: () => [] };

/** Heat looks at mappings only where a function does, so that a section of another form is no fault. */
function readMappings(template: JsonObject, { version, warnings }: Preparation): JsonObject {
  const key = version.keys.sections.mappings;
  return key === null ? {} : objectOf(readMapSection(template, key, TEMPLATE, warnings));
}

/** Heat's answer where it cannot ask the cloud. */
const ZONES: readonly string[] = ['nova'];

function bareWorld(
  { names, parameters, pseudoParameters, files }: Known,
  { limits, availabilityZones = ZONES, parentResource }: Preparation,
): Omit<StackWorld, 'mappings'> {
  const values = [...names].map((name): [string, Value] => [name, valueOf(parameters.get(name))]);
  const hidden = [...parameters.values()].filter((parameter) => parameter.hidden).map(({ name }) => name);
  return {
    ...{ limits, availabilityZones, parentResource, files },
    parameters: new Map<string, Value>([...pseudoParameters, ...values]),
    hidden: new Set(hidden),
    conditions: NO_CONDITIONS,
    declaredResources: new Set(),
    resources: new Map(),
  };
}

/** A value may be `null`: JSON can say so. */
function valueOf(parameter: PreparedParameter | undefined): Value {
  return parameter?.value === undefined ? UNKNOWN : parameter.value;
}

/** To Heat a condition that nobody asks for may be wrong: its faults are warnings. */
function knownTruths(used: Conditions, unused: Conditions): Map<string, boolean> {
  const truths = [...used.names()].map((name) => {
    const conditions = used.wasAsked(name) ? used : unused;
    return [name, conditions.truth(name)] as const;
  });
  return new Map(truths.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}
