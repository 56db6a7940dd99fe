import type { Environment } from '#configuration';
import { isHttpUrl } from '../is-http-url';
import { SAME_NAMES, readRoleMapping } from '../role-mapping';
import type { RoleMapping } from '../role-mapping';

/** A name within a domain that is named as well. */
export interface NameInDomain {
  name: string;
  domain: string;
}

/** Who Kiln itself is to Keystone. */
export type KeystoneLogin =
  /** Without a project, the token is asked for the system. */
  | { kind: 'password'; user: NameInDomain; password: string; project: NameInDomain | undefined }
  | { kind: 'application-credential'; id: string; secret: string };

export interface KeystoneConfig {
  kind: 'keystone';
  /** With the version, without a slash at its end. */
  url: string;
  login: KeystoneLogin;
  roles: RoleMapping;
  cacheSeconds: number;
}

/** Reads the settings of the back end `keystone`; those that it can't do without are only missed where it is chosen. */
export function readKeystoneConfig(environment: Environment, isChosen: boolean): KeystoneConfig {
  const url = environment.optionalText('KILN_KEYSTONE_URL', {
    description: 'for KILN_AUTH=keystone: the identity service, as https://keystone.example:5000/v3',
  });
  if (url !== undefined && !isHttpUrl(url))
    environment.problem('KILN_KEYSTONE_URL must be an https:// URL (or http://)');
  if (url === undefined && isChosen) environment.problem('KILN_KEYSTONE_URL is not set: KILN_AUTH=keystone needs it');
  return {
    kind: 'keystone',
    url: withVersion(url ?? ''),
    login: readLogin(environment, isChosen),
    roles: readRoles(environment),
    cacheSeconds: environment.integer('KILN_KEYSTONE_CACHE_S', {
      description:
        'for how many seconds what Keystone says of a token is remembered: so long a revoked one still works',
      default: 60,
      max: 60,
    }),
  };
}

function withVersion(url: string): string {
  const bare = url.replace(/\/+$/, '');
  return bare.endsWith('/v3') ? bare : `${bare}/v3`;
}

function readLogin(environment: Environment, isChosen: boolean): KeystoneLogin {
  const user = readName(environment, 'USERNAME', 'USER_DOMAIN', 'Kiln’s own user at Keystone, who may validate tokens');
  const password = environment.optionalText('KILN_KEYSTONE_PASSWORD', {
    description: 'the password of KILN_KEYSTONE_USERNAME',
    secret: true,
  });
  const project = readName(
    environment,
    'PROJECT',
    'PROJECT_DOMAIN',
    'project of that user; unset, it acts on the system',
  );
  const id = environment.optionalText('KILN_KEYSTONE_APPLICATION_CREDENTIAL_ID', {
    description: 'an application credential, in place of user and password',
  });
  const secret = environment.optionalText('KILN_KEYSTONE_APPLICATION_CREDENTIAL_SECRET', {
    description: 'the secret of KILN_KEYSTONE_APPLICATION_CREDENTIAL_ID',
    secret: true,
  });
  const byPassword = user !== undefined && password !== undefined;
  const byCredential = id !== undefined && secret !== undefined;
  if (isChosen && byPassword === byCredential) environment.problem(EITHER);
  if (byCredential) return { kind: 'application-credential', id, secret };
  return { kind: 'password', user: user ?? { name: '', domain: '' }, password: password ?? '', project };
}

const EITHER =
  'KILN_AUTH=keystone needs either KILN_KEYSTONE_USERNAME and KILN_KEYSTONE_PASSWORD, or ' +
  'KILN_KEYSTONE_APPLICATION_CREDENTIAL_ID and KILN_KEYSTONE_APPLICATION_CREDENTIAL_SECRET, and not both';

function readName(
  environment: Environment,
  name: string,
  domain: string,
  description: string,
): NameInDomain | undefined {
  const text = environment.optionalText(`KILN_KEYSTONE_${name}`, { description });
  const domainName = environment.text(`KILN_KEYSTONE_${domain}`, {
    description: `domain of KILN_KEYSTONE_${name}`,
    default: 'Default',
  });
  return text === undefined ? undefined : { name: text, domain: domainName };
}

function readRoles(environment: Environment): RoleMapping {
  const pairs = environment.list('KILN_KEYSTONE_ROLES', {
    description: 'what Keystone’s roles mean, as name=role between commas',
    default: SAME_NAMES,
  });
  const mapping = readRoleMapping(pairs);
  if (!mapping) environment.problem('KILN_KEYSTONE_ROLES must be pairs as _member_=member,cloud=admin, each name once');
  return mapping ?? new Map();
}
