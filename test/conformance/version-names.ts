/** The keys of CloudFormation's versions by the vectors' names for them; HOT's are dates. */
const KEYS: Readonly<Record<string, string>> = {
  AWS: 'AWSTemplateFormatVersion',
  CFN: 'HeatTemplateFormatVersion',
};

/** A version as Kiln calls it: `2018-08-31`, `AWSTemplateFormatVersion.2010-09-09`. */
export function versionName(version: string): string {
  const [form, date] = version.split(':');
  return date === undefined ? version : `${KEYS[form ?? ''] ?? ''}.${date}`;
}
