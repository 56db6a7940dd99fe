import type { AnyDefinition } from '../functions/function-definition';
import type { ParameterRules } from '../parameters/parameter-rules';
import type { PseudoParameters } from '../request';
import type { DeletionPolicy } from '../parent-resource';
import type { TemplateKeys } from './template-keys';

/** The keys by which a template says what it is written in. */
export type VersionKey = 'heat_template_version' | 'AWSTemplateFormatVersion' | 'HeatTemplateFormatVersion';

/** What a version of one of the forms of the language has. */
export interface TemplateVersion {
  readonly key: VersionKey;
  /** HOT, or what Heat took over from CloudFormation. */
  readonly type: 'hot' | 'cfn';
  readonly date: string;
  /** Other names for the date. */
  readonly aliases: readonly string[];
  readonly functions: ReadonlyMap<string, AnyDefinition>;
  /** Those that may stand in conditions; the others are there to be refused. */
  readonly conditionFunctions: ReadonlyMap<string, AnyDefinition>;
  /** Functions that only other versions have, with words that say which: here their names mean nothing. */
  readonly absentFunctions: ReadonlyMap<string, string>;
  readonly keys: TemplateKeys;
  /** Every section that a template may have. */
  readonly sections: ReadonlySet<string>;
  /** Whether a key of a resource that means nothing is passed over, with a warning, instead of refused. */
  readonly ignoresUnknownKeys: boolean;
  /** By the spellings that are taken. */
  readonly deletionPolicies: ReadonlyMap<string, DeletionPolicy>;
  readonly parameters: ParameterRules;
  /** The parameters that every template has without declaring them. */
  pseudoParameters(pseudo: PseudoParameters): Map<string, string>;
}
