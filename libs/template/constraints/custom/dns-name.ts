const LONGEST_NAME = 255;
const LABEL = /^(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/;

/** What is wrong with a host or domain name (RFC 1123), which may end in a dot; `undefined` where nothing is. */
export function checkDnsName(name: string): string | undefined {
  if (name === '') return undefined;
  if (name.length > LONGEST_NAME) return `expected a DNS name of at most ${LONGEST_NAME} characters`;
  const labels = (name.endsWith('.') ? name.slice(0, -1) : name).split('.');
  return labels.every((label) => LABEL.test(label))
    ? undefined
    : 'expected a DNS name, whose parts have 1 to 63 letters, digits and hyphens';
}

/** A name that is completed by a zone's: no dot at its end. */
export function checkRelativeDnsName(name: string): string | undefined {
  if (name.endsWith('.')) return 'expected a relative DNS name, which does not end in a dot';
  return checkDnsName(name);
}

/** A whole name: it ends in a dot. */
export function checkDnsDomain(name: string): string | undefined {
  if (name === '') return undefined;
  return name.endsWith('.') ? checkDnsName(name) : 'expected a DNS domain, which ends in a dot';
}
