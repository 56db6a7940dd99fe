import type { AnyDefinition } from '../functions/function-definition';
import { functionsAt } from '../functions/function-row';
import { conditionFunctionsAt } from '../functions/hot-condition-functions';
import { HOT_FUNCTIONS } from '../functions/hot-functions';
import type { ParameterRules } from '../parameters/read-parameter';
import type { ConstraintKind } from '../schema/constraint';

/** What a version of the language has; HOT's versions go by date, so later ones compare greater. */
export interface TemplateVersion {
  readonly date: string;
  readonly functions: ReadonlyMap<string, AnyDefinition>;
  /** Those that may stand in conditions. */
  readonly conditionFunctions: ReadonlyMap<string, AnyDefinition>;
  /** Functions that only later versions have, by the version that brought them. */
  readonly laterFunctions: ReadonlyMap<string, string>;
  readonly sections: ReadonlySet<string>;
  readonly resourceKeys: ReadonlySet<string>;
  readonly outputKeys: ReadonlySet<string>;
  readonly parameters: ParameterRules;
}

/** The key that says that a template is HOT. */
export const HOT_VERSION_KEY = 'heat_template_version';
/** The keys of the CloudFormation forms of the language, which are read as such later. */
export const CFN_VERSION_KEYS: readonly string[] = ['AWSTemplateFormatVersion', 'HeatTemplateFormatVersion'];

const DATES: readonly (readonly [date: string, ...aliases: string[]])[] = [
  ['2013-05-23'],
  ['2014-10-16'],
  ['2015-04-30'],
  ['2015-10-15'],
  ['2016-04-08'],
  ['2016-10-14', 'newton'],
  ['2017-02-24', 'ocata'],
  ['2017-09-01', 'pike'],
  ['2018-03-02', 'queens'],
  ['2018-08-31', 'rocky'],
  ['2021-04-16', 'wallaby'],
];

/** When `conditions` came, and with them `condition` and `external_id` of resources. */
const CONDITIONS_SINCE = '2016-10-14';
const MODULO_SINCE = '2017-02-24';
const TAGS_SINCE = '2018-03-02';

const SECTIONS = [HOT_VERSION_KEY, 'description', 'parameter_groups', 'parameters', 'resources', 'outputs'];
const RESOURCE_KEYS = ['type', 'properties', 'metadata', 'depends_on', 'deletion_policy', 'update_policy'];
const PARAMETER_KEYS = ['type', 'label', 'description', 'default', 'hidden', 'immutable', 'constraints', 'schema'];
const CONSTRAINT_KINDS: readonly ConstraintKind[] = [
  'length',
  'range',
  'allowed_values',
  'allowed_pattern',
  'custom_constraint',
];

function versionOf(date: string): TemplateVersion {
  const since = <T>(start: string, names: readonly T[]): readonly T[] => (date >= start ? names : []);
  return {
    date,
    functions: functionsAt(HOT_FUNCTIONS, date),
    conditionFunctions: conditionFunctionsAt(date),
    laterFunctions: laterFunctions(date),
    sections: new Set([...SECTIONS, ...since(CONDITIONS_SINCE, ['conditions'])]),
    resourceKeys: new Set([...RESOURCE_KEYS, 'description', ...since(CONDITIONS_SINCE, ['condition', 'external_id'])]),
    outputKeys: new Set(['value', 'description', ...since(CONDITIONS_SINCE, ['condition'])]),
    parameters: {
      keys: new Set([...PARAMETER_KEYS, ...since(TAGS_SINCE, ['tags'])]),
      constraints: new Set([...CONSTRAINT_KINDS, ...since(MODULO_SINCE, ['modulo'] as const)]),
    },
  };
}

function laterFunctions(date: string): Map<string, string> {
  const present = functionsAt(HOT_FUNCTIONS, date);
  const later = HOT_FUNCTIONS.filter(([since, { name }]) => since > date && !present.has(name));
  return new Map(later.toReversed().map(([since, { name }]) => [name, since]));
}

const VERSIONS: ReadonlyMap<string, TemplateVersion> = new Map(
  DATES.flatMap(([date, ...aliases]) => {
    const version = versionOf(date);
    return [date, ...aliases].map((name) => [name, version] as const);
  }),
);

/** A version of HOT by its date or its release's name; `undefined` where there is none. */
export function findVersion(name: string): TemplateVersion | undefined {
  return VERSIONS.get(name);
}

/** The dates and names of all versions of HOT, in their order. */
export function versionNames(): string[] {
  return [...VERSIONS.keys()];
}
