import { TEMPLATE_VERSIONS } from './find-version';
import type { TemplateVersion, VersionKey } from './template-version';

/** A function as a user is told of it. */
export interface DescribedFunction {
  readonly name: string;
  readonly description: string;
}

/** A version of the language as a user is told of it. */
export interface DescribedVersion {
  readonly key: VersionKey;
  readonly date: string;
  readonly aliases: readonly string[];
  readonly type: TemplateVersion['type'];
  /** Functions that may stand in values. */
  readonly functions: readonly DescribedFunction[];
  /** Functions that may stand in conditions. */
  readonly conditionFunctions: readonly DescribedFunction[];
}

/** Every version of the language with the functions that it has: HOT's, oldest first, then CloudFormation's. */
export function describeVersions(): DescribedVersion[] {
  return TEMPLATE_VERSIONS.map(({ key, date, aliases, type, functions, conditionFunctions }) => ({
    ...{ key, date, aliases, type },
    functions: described(functions),
    conditionFunctions: described(conditionFunctions),
  }));
}

/** Without those that are there to be refused only. */
function described(functions: TemplateVersion['functions']): DescribedFunction[] {
  const own = [...functions.values()].filter((definition) => !('removed' in definition || 'misplaced' in definition));
  return own.map(({ name, description }) => ({ name, description }));
}
