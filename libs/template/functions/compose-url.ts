import type { ExactJson } from '../json';
import type { ExactNumber } from '../numbers/written-number';
import { percentEncoded } from '../text/percent-encoding';
import { pythonText } from '../text/python-repr';

export interface UrlParts {
  readonly scheme?: string;
  readonly username?: string;
  readonly password?: string;
  readonly host?: string;
  readonly port?: ExactNumber | string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, ExactJson>>;
  readonly fragment?: string;
}

/** Schemes that Python's `urlunsplit` writes with `//` even where there is no host. */
const WITH_AUTHORITY = new Set(
  (
    'ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtspu rsync svn svn+ssh sftp nfs ' +
    'git git+ssh ws wss'
  ).split(' '),
);

/** A URL as Python's urllib writes it: everything quoted, with `/` kept in paths and queries. */
export function composeUrl(parts: UrlParts): string {
  const { scheme = '', query = {}, fragment = '' } = parts;
  const start = scheme === '' ? '' : `${scheme}:`;
  return start + hierarchyOf(parts, scheme) + after('?', queryOf(query)) + after('#', percentEncoded(fragment, '/'));
}

function after(mark: string, text: string): string {
  return text === '' ? '' : mark + text;
}

/** Host and path; a path behind a host begins with a slash. */
function hierarchyOf(parts: UrlParts, scheme: string): string {
  const authority = authorityOf(parts);
  const path = percentEncoded(parts.path ?? '', '/');
  const hasAuthority = authority !== '' || (WITH_AUTHORITY.has(scheme) && !path.startsWith('//'));
  if (!hasAuthority) return path;
  return `//${authority}${path === '' || path.startsWith('/') ? path : `/${path}`}`;
}

function authorityOf({ username = '', password = '', host = '', port }: UrlParts): string {
  const secret = password === '' ? '' : `:${percentEncoded(password, '')}`;
  const user = username === '' && password === '' ? '' : `${percentEncoded(username, '')}${secret}@`;
  const bare = percentEncoded(host.replace(/^\[(.*)\]$/s, '$1'), ':');
  // A colon in a host means that it is an IPv6 address.
  const bracketed = bare.includes(':') ? `[${bare}]` : bare;
  return `${user}${bracketed}${port === undefined ? '' : `:${pythonText(port)}`}`;
}

function queryOf(query: Readonly<Record<string, ExactJson>>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${quotePlus(key)}=${quotePlus(pythonText(value))}`);
  return pairs.join('&').replaceAll('%2F', '/');
}

function quotePlus(text: string): string {
  return percentEncoded(text, ' ').replaceAll(' ', '+');
}
