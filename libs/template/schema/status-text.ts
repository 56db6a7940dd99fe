import type { SupportStatus } from './resource-schema';

/** What a user should know of the status of what a template names: `is deprecated since 5.0.0`; `undefined`: nothing. */
export function statusText({ status, version, message }: SupportStatus): string | undefined {
  const meaning = MEANINGS[status];
  if (meaning === undefined) return undefined;
  const since = version === undefined ? '' : ` since ${version}`;
  return `${meaning}${since}${message === undefined ? '' : `: ${message}`}`;
}

const MEANINGS: Readonly<Record<SupportStatus['status'], string | undefined>> = {
  SUPPORTED: undefined,
  DEPRECATED: 'is deprecated',
  HIDDEN: 'is kept for old templates only',
  UNSUPPORTED: 'is not supported',
};
