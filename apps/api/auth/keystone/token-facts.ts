/** What Keystone says of a token, as far as Kiln asks. */
export interface TokenFacts {
  userName: string;
  /** Absent: the token is for no project. */
  projectId: string | undefined;
  /** What the token is for instead of a project. */
  scope: 'project' | 'domain' | 'system' | 'nothing';
  roles: string[];
  /** Milliseconds since 1970. */
  issuedAt: number;
  expiresAt: number;
}

/** Reads the body of an answer of `/v3/auth/tokens`; `undefined` where it is none. */
export function readTokenFacts(body: unknown): TokenFacts | undefined {
  const token = memberOf(body, 'token');
  const expiresAt = timeOf(memberOf(token, 'expires_at'));
  if (expiresAt === undefined) return undefined;
  const projectId = textOf(memberOf(memberOf(token, 'project'), 'id'));
  return {
    userName: textOf(memberOf(memberOf(token, 'user'), 'name')) ?? '',
    projectId,
    scope: scopeOf(token, projectId),
    roles: namesIn(memberOf(token, 'roles')),
    issuedAt: timeOf(memberOf(token, 'issued_at')) ?? Date.now(),
    expiresAt,
  };
}

function scopeOf(token: unknown, projectId: string | undefined): TokenFacts['scope'] {
  if (projectId !== undefined) return 'project';
  if (memberOf(token, 'domain') !== undefined) return 'domain';
  return memberOf(token, 'system') === undefined ? 'nothing' : 'system';
}

function namesIn(roles: unknown): string[] {
  if (!Array.isArray(roles)) return [];
  return roles.map((role) => textOf(memberOf(role, 'name'))).filter((name) => name !== undefined);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
