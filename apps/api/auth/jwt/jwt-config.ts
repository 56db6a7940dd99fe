import type { Environment } from '#configuration';
import { isHttpUrl } from '../is-http-url';
import { SAME_NAMES, readRoleMapping } from '../role-mapping';
import type { RoleMapping } from '../role-mapping';

export interface JwtConfig {
  kind: 'jwt';
  issuer: string;
  /** Absent: the issuer's discovery document names it. */
  jwksUrl: string | undefined;
  audiences: string[];
  algorithms: string[];
  skewSeconds: number;
  keysSeconds: number;
  projectClaim: string;
  rolesClaim: string;
  nameClaim: string;
  roles: RoleMapping;
}

/** With a secret that is shared, whoever can check a token can also make one: only key pairs are allowed. */
const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Reads the settings of the back end `jwt`; those that it can't do without are only missed where it is chosen. */
export function readJwtConfig(environment: Environment, isChosen: boolean): JwtConfig {
  const config: JwtConfig = {
    kind: 'jwt',
    ...readIssuer(environment),
    ...readTimes(environment),
    algorithms: environment.list('KILN_JWT_ALGORITHMS', {
      description: 'algorithms that a token may be signed with, between commas; key pairs only',
      default: 'RS256,ES256',
    }),
    ...readClaims(environment),
    roles: readRoles(environment),
  };
  if (isChosen) checkNeeded(environment, config);
  checkUrls(environment, config);
  const unknown = config.algorithms.filter((algorithm) => !ASYMMETRIC.includes(algorithm));
  if (unknown.length > 0 || config.algorithms.length === 0)
    environment.problem(`KILN_JWT_ALGORITHMS may hold only ${ASYMMETRIC.join(', ')}`);
  return config;
}

function readIssuer(environment: Environment): Pick<JwtConfig, 'issuer' | 'jwksUrl' | 'audiences'> {
  return {
    issuer:
      environment.optionalText('KILN_JWT_ISSUER', {
        description: 'for KILN_AUTH=jwt: the OIDC issuer, letter for letter as its tokens name it in `iss`',
      }) ?? '',
    jwksUrl: environment.optionalText('KILN_JWT_JWKS_URL', {
      description: 'where the issuer’s keys are; unset, its discovery document says so',
    }),
    audiences: environment.list('KILN_JWT_AUDIENCE', {
      description: 'for KILN_AUTH=jwt: audiences (`aud`), between commas, one of which a token must be meant for',
    }),
  };
}

function readTimes(environment: Environment): Pick<JwtConfig, 'skewSeconds' | 'keysSeconds'> {
  return {
    skewSeconds: environment.integer('KILN_JWT_CLOCK_SKEW_S', {
      description: 'by how many seconds the issuer’s clock may differ',
      default: 30,
      max: 300,
    }),
    keysSeconds: environment.integer('KILN_JWT_KEYS_S', {
      description:
        'after how many seconds the issuer’s keys are fetched again: so long a key that it dropped still works',
      default: 300,
      min: 10,
      max: 3_600,
    }),
  };
}

function readClaims(environment: Environment): Pick<JwtConfig, 'projectClaim' | 'rolesClaim' | 'nameClaim'> {
  return {
    projectClaim: environment.text('KILN_JWT_PROJECT_CLAIM', {
      description: 'claim that names the project; dots lead into objects, as tenant.id',
      default: 'project',
    }),
    rolesClaim: environment.text('KILN_JWT_ROLES_CLAIM', {
      description: 'claim that lists the roles, as realm_access.roles; `scope` is read as words between spaces',
      default: 'roles',
    }),
    nameClaim: environment.text('KILN_JWT_NAME_CLAIM', {
      description: 'claim that is shown as the owner of stacks',
      default: 'sub',
    }),
  };
}

function readRoles(environment: Environment): RoleMapping {
  const pairs = environment.list('KILN_JWT_ROLES', {
    description: 'what the values of the roles’ claim mean, as value=role between commas',
    default: SAME_NAMES,
  });
  const mapping = readRoleMapping(pairs);
  if (!mapping) environment.problem('KILN_JWT_ROLES must be pairs as viewer=reader,operator=admin, each value once');
  return mapping ?? new Map();
}

function checkNeeded(environment: Environment, { issuer, audiences }: JwtConfig): void {
  if (issuer === '') environment.problem('KILN_JWT_ISSUER is not set: KILN_AUTH=jwt needs it');
  if (audiences.length === 0) {
    environment.problem('KILN_JWT_AUDIENCE is not set: without it, tokens meant for other services would do');
  }
}

function checkUrls(environment: Environment, { issuer, jwksUrl }: JwtConfig): void {
  const named = { KILN_JWT_ISSUER: issuer, KILN_JWT_JWKS_URL: jwksUrl ?? '' };
  for (const [name, url] of Object.entries(named)) {
    if (url !== '' && !isHttpUrl(url)) environment.problem(`${name} must be an https:// URL (or http://)`);
  }
}
