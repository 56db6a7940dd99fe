import { CFN_CONDITION_FUNCTIONS, CFN_FUNCTIONS, fnIf } from '../functions/cfn-functions';
import { byName, withMisplaced } from '../functions/function-row';
import { CFN_PARAMETER_RULES } from '../parameters/parameter-rules';
import type { PseudoParameters } from '../request';
import { percentEncoded } from '../text/percent-encoding';
import { absentFunctions } from './absent-functions';
import { namesIn } from './template-keys';
import type { TemplateKeys } from './template-keys';
import type { TemplateVersion } from './template-version';

const KEYS: TemplateKeys = {
  sections: {
    description: 'Description',
    parameterGroups: null,
    parameters: 'Parameters',
    mappings: 'Mappings',
    conditions: 'Conditions',
    resources: 'Resources',
    outputs: 'Outputs',
  },
  resource: {
    type: 'Type',
    description: 'Description',
    properties: 'Properties',
    metadata: 'Metadata',
    dependsOn: 'DependsOn',
    deletionPolicy: 'DeletionPolicy',
    updatePolicy: 'UpdatePolicy',
    condition: 'Condition',
    externalId: null,
  },
  output: { value: 'Value', description: 'Description', condition: 'Condition' },
};

const WITHOUT_CONDITIONS: TemplateKeys = {
  sections: { ...KEYS.sections, conditions: null },
  resource: { ...KEYS.resource, condition: null },
  output: { ...KEYS.output, condition: null },
};

type Own = Pick<TemplateVersion, 'key' | 'date' | 'keys' | 'functions' | 'conditionFunctions'>;

const AWS_FUNCTIONS = byName([...CFN_FUNCTIONS, fnIf]);

/** CloudFormation's form of the language, as Heat took it over, and Heat's own variety of it without conditions. */
export const CFN_VERSIONS: readonly TemplateVersion[] = [
  versionOf({
    key: 'AWSTemplateFormatVersion',
    date: '2010-09-09',
    keys: KEYS,
    functions: AWS_FUNCTIONS,
    conditionFunctions: withMisplaced(byName(CFN_CONDITION_FUNCTIONS), AWS_FUNCTIONS),
  }),
  versionOf({
    key: 'HeatTemplateFormatVersion',
    date: '2012-12-12',
    keys: WITHOUT_CONDITIONS,
    functions: byName(CFN_FUNCTIONS),
    conditionFunctions: new Map(),
  }),
];

function versionOf(own: Own): TemplateVersion {
  return {
    ...own,
    type: 'cfn',
    aliases: [],
    absentFunctions: absentFunctions('cfn', own.functions),
    // Heat takes the key of the other variety for a section of this one.
    sections: new Set(['AWSTemplateFormatVersion', 'HeatTemplateFormatVersion', ...namesIn(own.keys.sections)]),
    ignoresUnknownKeys: true,
    deletionPolicies: new Map([
      ['Delete', 'Delete'],
      ['Retain', 'Retain'],
      ['Snapshot', 'Snapshot'],
    ]),
    parameters: CFN_PARAMETER_RULES,
    pseudoParameters,
  };
}

/** Heat says the same region of every cloud. */
const REGION = 'ap-southeast-1';

function pseudoParameters({ stackName, stackId, projectId }: PseudoParameters): Map<string, string> {
  const path = `stacks/${percentEncoded(stackName, '')}/${percentEncoded(stackId, '')}`;
  return new Map([
    ['AWS::StackId', `arn:openstack:heat::${percentEncoded(projectId, '')}:${path}`],
    ['AWS::StackName', stackName],
    ['AWS::Region', REGION],
  ]);
}
