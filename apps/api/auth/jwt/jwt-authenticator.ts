import { errors, jwtVerify } from 'jose';
import type { CryptoKey, JWTPayload, JWTVerifyOptions } from 'jose';
import { AppError } from '#contracts';
import { Problem } from '../../problems/problem';
import { Authenticator } from '../authenticator';
import type { Caller } from '../caller';
import { projectIdOf } from '../project-id';
import { rolesFor } from '../role-mapping';
import { shownName } from '../shown-name';
import { claimAt, wordsAt } from './claims';
import type { Claims } from './claims';
import type { IssuerKeys } from './issuer-keys';
import type { JwtConfig } from './jwt-config';

/** Tokens of an OIDC issuer (RFC 7519), checked with the issuer's public keys. */
export class JwtAuthenticator extends Authenticator {
  private readonly options: JWTVerifyOptions;

  constructor(
    private readonly config: JwtConfig,
    private readonly keys: IssuerKeys,
  ) {
    super();
    this.options = {
      issuer: config.issuer,
      audience: config.audiences,
      algorithms: config.algorithms,
      clockTolerance: config.skewSeconds,
      requiredClaims: ['exp'],
    };
  }

  async authenticate(token: string): Promise<Caller | undefined> {
    const payload = await this.verify(token);
    return payload && this.callerOf(payload);
  }

  /** `undefined`: the token is not the issuer's, not meant for us, or not valid now. */
  private async verify(token: string): Promise<JWTPayload | undefined> {
    try {
      return await this.verifyWithAny(token);
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      if (error instanceof AppError) throw error;
      // A key of the issuer that can't be used: it is the issuer's to mend.
      const detail = 'the token cannot be checked at the moment; try again';
      throw new AppError('identity-unavailable', detail, { retryable: true, cause: error });
    }
  }

  /** A token that names no key may be of any of several. */
  private async verifyWithAny(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, (header, parts) => this.keys.find(header, parts), this.options);
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      for await (const key of error) {
        const payload = await this.verifyWith(token, key);
        if (payload) return payload;
      }
      throw error;
    }
  }

  private async verifyWith(token: string, key: CryptoKey): Promise<JWTPayload | undefined> {
    try {
      return (await jwtVerify(token, key, this.options)).payload;
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) return undefined;
      throw error;
    }
  }

  private callerOf(payload: JWTPayload): Caller {
    const { projectClaim, rolesClaim, nameClaim, roles, skewSeconds } = this.config;
    const claims = payload as Claims;
    const project = claimAt(claims, projectClaim);
    if (typeof project !== 'string' || project === '') {
      const detail = `the token names no project: its claim "${projectClaim}" must be a text`;
      throw new Problem({ code: 'not-allowed', detail });
    }
    const name = claimAt(claims, nameClaim);
    return {
      project: projectIdOf(project),
      name: shownName(typeof name === 'string' ? name : (payload.sub ?? '')),
      roles: rolesFor(roles, wordsAt(claims, rolesClaim)),
      expiresAt: payload.exp === undefined ? undefined : (payload.exp + skewSeconds) * 1_000,
    };
  }
}
