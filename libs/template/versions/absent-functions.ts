import { CFN_FUNCTIONS, fnIf } from '../functions/cfn-functions';
import type { AnyDefinition } from '../functions/function-definition';
import { HOT_FUNCTIONS } from '../functions/hot-functions';
import type { TemplateVersion } from './template-version';

const LATER: readonly (readonly [name: string, since: string])[] = HOT_FUNCTIONS.filter(
  ([, definition]) => !('removed' in definition),
)
  .map(([since, { name }]) => [name, since] as const)
  .toReversed();

/** Functions that a version lacks and others have, with words that say which. */
export function absentFunctions(
  type: TemplateVersion['type'],
  present: ReadonlyMap<string, AnyDefinition>,
): Map<string, string> {
  const hot = LATER.map(([name, since]) => [name, type === 'hot' ? `since version ${since}` : IN_HOT] as const);
  const cfn = [...CFN_FUNCTIONS, fnIf].map(({ name }) => [name, IN_CFN] as const);
  return new Map([...cfn, ...hot].filter(([name]) => !present.has(name)));
}

const IN_HOT = 'of templates with `heat_template_version`';
const IN_CFN = 'of templates with `AWSTemplateFormatVersion`';
