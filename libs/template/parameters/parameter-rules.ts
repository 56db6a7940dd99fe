import { readConstraints } from '../constraints/read-constraint';
import type { PlacedConstraint } from '../constraints/read-constraint';
import { readFlatConstraints } from '../constraints/read-flat-constraints';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { ConstraintKind } from '../schema/constraint';
import type { ParameterType } from '../stack';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';
import { PARAMETER_TYPES } from './parameter-schema';

/** What a parameter may say besides its constraints, by the names of a version; `null`: it cannot say that. */
export interface ParameterKeys {
  readonly type: string;
  readonly label: string;
  readonly description: string;
  readonly default: string;
  readonly hidden: string;
  readonly immutable: string | null;
  readonly tags: string | null;
}

/** How a version of the language declares parameters. */
export interface ParameterRules {
  readonly keys: ParameterKeys;
  /** Every key that a parameter may have. */
  readonly allowed: ReadonlySet<string>;
  /** By the names that the version has for them. */
  readonly types: ReadonlyMap<string, ParameterType>;
  readonly isHidden: (json: ExactJson | undefined) => boolean;
  readonly readConstraints: (parameter: ExactObject, place: Place, faults: Faults) => PlacedConstraint[];
}

const HOT_KEYS: ParameterKeys = {
  type: 'type',
  label: 'label',
  description: 'description',
  default: 'default',
  hidden: 'hidden',
  immutable: 'immutable',
  tags: null,
};

/** How HOT declares them (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#parameters-section). */
export function hotParameterRules(kinds: ReadonlySet<ConstraintKind>, hasTags: boolean): ParameterRules {
  const keys = { ...HOT_KEYS, tags: hasTags ? 'tags' : null };
  return {
    keys,
    allowed: new Set([...namesOf(keys), 'constraints', 'schema']),
    types: new Map(PARAMETER_TYPES.map((type) => [type, type])),
    isHidden: isTruthy,
    readConstraints: (parameter, place, faults) =>
      readConstraints(own(parameter, 'constraints'), place.at('constraints'), kinds, faults),
  };
}

const CFN_KEYS: ParameterKeys = {
  type: 'Type',
  label: 'Label',
  description: 'Description',
  default: 'Default',
  hidden: 'NoEcho',
  immutable: null,
  tags: null,
};

const CFN_CONSTRAINT_KEYS = [
  ...['AllowedValues', 'AllowedPattern', 'MaxLength', 'MinLength', 'MaxValue', 'MinValue'],
  'ConstraintDescription',
];

/**
 * How CloudFormation's templates declare them, with the types that Heat has
 * (https://docs.openstack.org/heat/latest/template_guide/cfn.html).
 */
export const CFN_PARAMETER_RULES: ParameterRules = {
  keys: CFN_KEYS,
  allowed: new Set([...namesOf(CFN_KEYS), ...CFN_CONSTRAINT_KEYS]),
  types: new Map([
    ['String', 'string'],
    ['Number', 'number'],
    ['CommaDelimitedList', 'comma_delimited_list'],
    ['Json', 'json'],
    ['Boolean', 'boolean'],
  ]),
  // Anything but the word is no.
  isHidden: (json) => json !== undefined && pythonText(json).toLowerCase() === 'true',
  readConstraints: readFlatConstraints,
};

function namesOf(keys: ParameterKeys): string[] {
  return Object.values<string | null>({ ...keys }).filter((name) => name !== null);
}
