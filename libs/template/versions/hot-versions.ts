import { functionsAt, withMisplaced } from '../functions/function-row';
import { HOT_CONDITION_FUNCTIONS } from '../functions/hot-condition-functions';
import { HOT_FUNCTIONS } from '../functions/hot-functions';
import { hotParameterRules } from '../parameters/parameter-rules';
import type { PseudoParameters } from '../request';
import type { ConstraintKind } from '../schema/constraint';
import type { DeletionPolicy } from '../parent-resource';
import { absentFunctions } from './absent-functions';
import { namesIn } from './template-keys';
import type { TemplateKeys } from './template-keys';
import type { TemplateVersion } from './template-version';

/** Versions of HOT go by date, so later ones compare greater. */
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
const LOWER_CASE_POLICIES_SINCE = '2016-10-14';
const MODULO_SINCE = '2017-02-24';
const TAGS_SINCE = '2018-03-02';

const CONSTRAINT_KINDS: readonly ConstraintKind[] = [
  'length',
  'range',
  'allowed_values',
  'allowed_pattern',
  'custom_constraint',
];

const KEYS: TemplateKeys = {
  sections: {
    description: 'description',
    parameterGroups: 'parameter_groups',
    parameters: 'parameters',
    mappings: null,
    conditions: 'conditions',
    resources: 'resources',
    outputs: 'outputs',
  },
  resource: {
    type: 'type',
    description: 'description',
    properties: 'properties',
    metadata: 'metadata',
    dependsOn: 'depends_on',
    deletionPolicy: 'deletion_policy',
    updatePolicy: 'update_policy',
    condition: 'condition',
    externalId: 'external_id',
  },
  output: { value: 'value', description: 'description', condition: 'condition' },
};

const WITHOUT_CONDITIONS: TemplateKeys = {
  sections: { ...KEYS.sections, conditions: null },
  resource: { ...KEYS.resource, condition: null, externalId: null },
  output: { ...KEYS.output, condition: null },
};

/** The versions of HOT, oldest first. */
export const HOT_VERSIONS: readonly TemplateVersion[] = DATES.map(([date, ...aliases]) => versionOf(date, aliases));

function versionOf(date: string, aliases: readonly string[]): TemplateVersion {
  const keys = date < CONDITIONS_SINCE ? WITHOUT_CONDITIONS : KEYS;
  const functions = functionsAt(HOT_FUNCTIONS, date);
  return {
    key: 'heat_template_version',
    type: 'hot',
    ...{ date, aliases, functions, keys },
    absentFunctions: absentFunctions('hot', functions),
    conditionFunctions: withMisplaced(functionsAt(HOT_CONDITION_FUNCTIONS, date), functions),
    sections: new Set(['heat_template_version', ...namesIn(keys.sections)]),
    ignoresUnknownKeys: false,
    deletionPolicies: new Map(policies(date)),
    parameters: parameterRules(date),
    pseudoParameters,
  };
}

function policies(date: string): [string, DeletionPolicy][] {
  const names: DeletionPolicy[] = ['Delete', 'Retain', 'Snapshot'];
  const spelt = names.map((name): [string, DeletionPolicy] => [name, name]);
  const lower = spelt.map(([name, policy]): [string, DeletionPolicy] => [name.toLowerCase(), policy]);
  return date < LOWER_CASE_POLICIES_SINCE ? spelt : [...spelt, ...lower];
}

function parameterRules(date: string): TemplateVersion['parameters'] {
  const modulo: readonly ConstraintKind[] = date < MODULO_SINCE ? [] : ['modulo'];
  return hotParameterRules(new Set([...CONSTRAINT_KINDS, ...modulo]), date >= TAGS_SINCE);
}

function pseudoParameters({ stackName, stackId, projectId }: PseudoParameters): Map<string, string> {
  return new Map([
    ['OS::stack_name', stackName],
    ['OS::stack_id', stackId],
    ['OS::project_id', projectId],
  ]);
}
