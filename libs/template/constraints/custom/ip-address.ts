/** Four decimal numbers without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** RFC 4291, without a zone. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? 0 : countGroups(half)));
  const count = groups.reduce((sum, group) => sum + group, 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** How many 16-bit groups a text of groups has; the last may be an IPv4 address, which is two. Not a number: none. */
function countGroups(text: string): number {
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const tail = isIpv4(last) ? 2 : 0;
  const plain = tail > 0 ? groups.slice(0, -1) : groups;
  return plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) ? plain.length + tail : NaN;
}

export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** An address, a slash and the length of a prefix. */
export function isCidr(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(length)) return false;
  return isIpAddress(address) && Number(length) <= (isIpv4(address) ? 32 : 128);
}
