import { shorten } from '../../diagnostics/describe';
import { didYouMean } from '../../diagnostics/suggestion';
import type { ExactJson } from '../../json';
import { parseNumber } from '../../text/parse-number';
import { pythonText } from '../../text/python-repr';
import { CLOUD_CONSTRAINTS } from './cloud-constraints';
import { checkCronExpression } from './cron-expression';
import { checkDnsDomain, checkDnsName, checkRelativeDnsName } from './dns-name';
import { isCidr, isIpAddress } from './ip-address';
import { isIso8601 } from './iso-8601';
import { isMacAddress } from './mac-address';
import { isTimeZone } from './time-zone';

/** What is wrong with a text, or `undefined`. */
type Check = (text: string) => string | undefined;

function expect(what: string, holds: (text: string) => boolean): Check {
  return (text) => (holds(text) ? undefined : `expected ${what}`);
}

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['ip_addr', expect('an IP address', isIpAddress)],
  ['mac_addr', expect('a MAC address', isMacAddress)],
  ['net_cidr', expect('an IP network such as `10.0.0.0/24`', isCidr)],
  ['cidr', expect('an IP network such as `10.0.0.0/24`', isCidr)],
  ['ip_or_cidr', expect('an IP address or network', (text) => isIpAddress(text) || isCidr(text))],
  ['iso_8601', expect('a date and time as ISO 8601 writes them', isIso8601)],
  ['expiration', expect('a date and time as ISO 8601 writes them', isIso8601)],
  ['timezone', expect('the name of a time zone', isTimeZone)],
  ['test_constr', expect('a number', (text) => parseNumber(text) !== undefined)],
  ['cron_expression', checkCronExpression],
  ['dns_name', checkDnsName],
  ['rel_dns_name', checkRelativeDnsName],
  ['dns_domain', checkDnsDomain],
]);

/** Whether a `custom_constraint` may be named so. */
export function isCustomConstraint(name: string): boolean {
  return CHECKS.has(name) || CLOUD_CONSTRAINTS.has(name);
}

/** Checks the value, or its text, by one of the constraints that Heat's plug-ins bring. */
export function checkCustomConstraint(name: string, value: ExactJson): string | undefined {
  if (CLOUD_CONSTRAINTS.has(name)) return undefined;
  const check = CHECKS.get(name);
  if (check !== undefined) return check(pythonText(value));
  return `there is no custom constraint \`${shorten(name)}\`${didYouMean(name, [...CHECKS.keys(), ...CLOUD_CONSTRAINTS])}`;
}
