import { conditionTruth } from '../conditions/condition-truth';
import { Conditions } from '../conditions/conditions';
import { readConditions } from '../conditions/read-conditions';
import type { Faults } from '../diagnostics/faults';
import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import type { ParseContext } from '../expressions/parse-expression';
import { objectOf, own } from '../json';
import type { ExactObject } from '../json';
import type { ConditionTruths, PreparedParameter, StackWorld } from '../stack';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { Preparation } from './preparation';
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
  /** What the parameters were given. */
  readonly given: Readonly<Record<string, Value>>;
}

/** Reads the conditions, and makes what the rest of the template is parsed with. */
export function prepareWorld(template: ExactObject, known: Known, preparation: Preparation): Ground {
  const { faults, warnings, version, place } = preparation;
  const bare = { ...bareWorld(known, preparation), mappings: readMappings(template, preparation) };
  const reading = { ...preparation, functions: version.conditionFunctions, absentFunctions: version.absentFunctions };
  const key = version.keys.sections.conditions;
  const definitions = key === null ? new Map() : readConditions(own(template, key), place.at(key), reading);
  const conditionsFor = (found: Faults): Conditions =>
    new Conditions(definitions, found, (truths) => evaluationOf({ ...bare, conditions: truths }, found));
  const conditions = conditionsFor(faults);
  const world = { ...bare, conditions };
  const scope = evaluationOf(world, faults);
  const context: ParseContext = {
    ...reading,
    functions: version.functions,
    truth: (json, at) => conditionTruth(json, at, { ...reading, scope }),
  };
  const conditionTruths = (): Map<string, boolean> => knownTruths(conditions, conditionsFor(warnings));
  return { world, context, conditionTruths, parameterNames: known.names };
}

function evaluationOf(world: StackWorld, faults: Faults): StackEvaluation {
  return new StackEvaluation(world, NOTHING_KNOWN, faults);
}

const NO_CONDITIONS: ConditionTruths = { truth: () => undefined, names: () => [] };

/** Heat looks at mappings only where a function does, so that a section of another form is no fault. */
function readMappings(template: ExactObject, { version, warnings, place }: Preparation): ExactObject {
  const key = version.keys.sections.mappings;
  return key === null ? {} : objectOf(readMapSection(template, key, place, warnings));
}

/** Heat's answer where it cannot ask the cloud. */
const ZONES: readonly string[] = ['nova'];

/** The world of a template before its conditions and resources are read. */
export function bareWorld(
  { names, parameters, pseudoParameters, files, given }: Known,
  preparation: Preparation,
): StackWorld {
  const { limits, nesting, parentResource, availabilityZones = ZONES } = preparation;
  const isNested = nesting.descents.length > 0;
  const pseudo = [...pseudoParameters].map(([name, value]): [string, Value] => [
    name,
    isNested && OF_ITS_OWN.has(name) ? UNKNOWN : value,
  ]);
  const values = [...names].map((name): [string, Value] => [name, valueOf(parameters.get(name), own(given, name))]);
  const hidden = [...parameters.values()].filter((parameter) => parameter.hidden).map(({ name }) => name);
  return {
    ...{ limits, availabilityZones, parentResource, files },
    mappings: {},
    parameters: new Map<string, Value>([...pseudo, ...values]),
    hidden: new Set(hidden),
    conditions: NO_CONDITIONS,
    declaredResources: new Set(),
    resources: new Map(),
  };
}

/** What a nested stack does not share with the stack around it, and is not known before it is made. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['OS::stack_name', 'OS::stack_id', 'AWS::StackName', 'AWS::StackId']);

/** A value may be `null`: JSON can say so. JSON that is known in parts keeps these. */
function valueOf(parameter: PreparedParameter | undefined, given: Value | undefined): Value {
  if (parameter?.value !== undefined) return parameter.value;
  return parameter?.type === 'json' && given !== undefined && !isKnown(given) ? given : UNKNOWN;
}

/** To Heat a condition that nobody asks for may be wrong: its faults are warnings. */
function knownTruths(used: Conditions, unused: Conditions): Map<string, boolean> {
  const truths = [...used.names()].map((name) => {
    const conditions = used.wasAsked(name) ? used : unused;
    return [name, conditions.truth(name)] as const;
  });
  return new Map(truths.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}
