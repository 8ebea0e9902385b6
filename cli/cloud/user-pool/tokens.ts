import {
  createSign,
  createVerify,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { ServiceRefusal } from '../service-refusal';
import type { User } from './user';

/** What a token says; times in seconds since 1970, as JWT has them. */
export interface Claims {
  readonly sub: string;
  readonly iss: string;
  readonly token_use: 'id' | 'access';
  readonly exp: number;
  readonly iat: number;
  readonly origin_jti: string;
  readonly [claim: string]: unknown;
}

/** A sign-in, from which tokens are made as long as it lasts. */
export interface SignIn {
  readonly user: User;
  readonly origin: string;
  readonly atSeconds: number;
}

export interface TokenFacts {
  readonly issuer: string;
  readonly clientId: string;
  readonly tokenSeconds: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const KEY_ID = 'local-cloud';

function unreadable(): ServiceRefusal {
  return new ServiceRefusal('NotAuthorizedException', 'Invalid token.');
}

/** Makes and checks the tokens of a pool: JWT signed with RS256, by a key of this run alone. */
export class TokenMint {
  readonly #facts: TokenFacts;
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  constructor(facts: TokenFacts) {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#facts = facts;
    this.#publicKey = publicKey;
    this.#privateKey = privateKey;
  }

  /** The public key as the pool's `.well-known/jwks.json` gives it. */
  get jwks() {
    const jwk = this.#publicKey.export({ format: 'jwk' });
    return { keys: [{ ...jwk, kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
  }

  /** The ID and the access token of a sign-in, and how many seconds they are good for. */
  tokens({ user, origin, atSeconds }: SignIn) {
    const { issuer, clientId, tokenSeconds, now } = this.#facts;
    const iat = Math.floor(now() / 1_000);
    const expiresIn = tokenSeconds();
    const groups = user.groups.size > 0 ? { 'cognito:groups': [...user.groups] } : {};
    const both = {
      sub: user.sub,
      iss: issuer,
      origin_jti: origin,
      event_id: randomUUID(),
      auth_time: atSeconds,
      iat,
      exp: iat + expiresIn,
      ...groups,
    };
    return {
      IdToken: this.#signed({
        ...both,
        token_use: 'id',
        aud: clientId,
        email: user.email,
        email_verified: true,
        'cognito:username': user.sub,
        jti: randomUUID(),
      }),
      AccessToken: this.#signed({
        ...both,
        token_use: 'access',
        client_id: clientId,
        username: user.sub,
        scope: 'aws.cognito.signin.user.admin',
        jti: randomUUID(),
      }),
      ExpiresIn: expiresIn,
      TokenType: 'Bearer',
    };
  }

  /**
   * What a token of this pool says.
   *
   * @throws ServiceRefusal NotAuthorizedException where it is another's, of the other use, or too old.
   */
  read(token: string, use: 'id' | 'access'): Claims {
    const [head = '', body = '', signature = ''] = token.split('.');
    const verify = createVerify('RSA-SHA256').update(`${head}.${body}`);
    if (!verify.verify(this.#publicKey, signature, 'base64url')) throw unreadable();
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
    if (claims.token_use !== use || claims.iss !== this.#facts.issuer) throw unreadable();
    if (claims.exp * 1_000 <= this.#facts.now())
      throw new ServiceRefusal('NotAuthorizedException', 'Access Token has expired');
    return claims;
  }

  #signed(claims: object): string {
    const text = `${encoded({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${encoded(claims)}`;
    const signature = createSign('RSA-SHA256').update(text).sign(this.#privateKey, 'base64url');
    return `${text}.${signature}`;
  }
}
