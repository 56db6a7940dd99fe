import type { IncomingHttpHeaders } from 'node:http';

/** The token that a request carries, in `X-Auth-Token` or as a bearer token (RFC 6750). */
export function tokenIn(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-auth-token'];
  if (typeof given === 'string' && given !== '') return given;
  return /^bearer +([^\s]+) *$/i.exec(headers.authorization ?? '')?.[1];
}
