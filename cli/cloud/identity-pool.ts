import { randomUUID } from 'node:crypto';
import type { Call } from './gate/call';
import type { IssuedCredentials, Keyring } from './gate/keyring';
import { ServiceRefusal } from './service-refusal';
import type { Pool } from './user-pool/pool';

export interface IdentityPoolFacts {
  readonly id: string;
  readonly region: string;
  /** The user pool as a login's key has it: `cognito-idp.<Region>.amazonaws.com/<pool>`. */
  readonly provider: string;
  readonly authenticatedRoleArn: string;
  readonly guestRoleArn: string;
}

/**
 * What Cognito lets guests do at most, whatever their role allows, as far as the services here go (Cognito developer
 * guide, "IAM roles", access policies of unauthenticated identities).
 */
const GUEST_BOUNDS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['dynamodb:*', 'sns:*', 'sqs:*', 'lambda:*', 'cognito-identity:*', 'cognito-idp:*'],
      Resource: '*',
    },
  ],
});

/** The session's name is the same for everyone (Cognito developer guide, "IAM roles"). */
const SESSION_NAME = 'CognitoIdentityCredentials';

/** The identity pool: makes identities, and gives them credentials of one of its two roles. */
export class IdentityPool {
  readonly #facts: IdentityPoolFacts;
  readonly #pool: Pick<Pool, 'mint' | 'users'>;
  readonly #keyring: Keyring;
  readonly #credentialsSeconds: () => number;
  readonly #bySub = new Map<string, string>();
  readonly #guests = new Set<string>();

  constructor(
    facts: IdentityPoolFacts,
    pool: Pick<Pool, 'mint' | 'users'>,
    keyring: Keyring,
    credentialsSeconds: () => number,
  ) {
    this.#facts = facts;
    this.#pool = pool;
    this.#keyring = keyring;
    this.#credentialsSeconds = credentialsSeconds;
  }

  /** @throws ServiceRefusal in AWS's words. */
  answer({ action, input }: Call): object {
    if (action === 'GetId') return { IdentityId: this.#identity(input) };
    if (action === 'GetCredentialsForIdentity') return this.#credentials(input);
    throw new ServiceRefusal('UnknownOperationException', action);
  }

  #identity(input: Call['input']): string {
    if (input['IdentityPoolId'] !== this.#facts.id)
      throw new ServiceRefusal('ResourceNotFoundException', 'IdentityPool not found.');
    const sub = this.#subIn(input);
    const known = sub === null ? undefined : this.#bySub.get(sub);
    if (known !== undefined) return known;
    const identity = `${this.#facts.region}:${randomUUID()}`;
    if (sub === null) this.#guests.add(identity);
    else this.#bySub.set(sub, identity);
    return identity;
  }

  /** Who the ID token names; null for a guest, who has none. */
  #subIn(input: Call['input']): string | null {
    const logins = (input['Logins'] ?? {}) as Readonly<Record<string, unknown>>;
    const [login] = Object.entries(logins);
    if (!login) return null;
    const [provider, token] = login;
    if (provider !== this.#facts.provider)
      throw new ServiceRefusal('NotAuthorizedException', 'Token is not from a supported provider.');
    return this.#checkedSub(String(token));
  }

  /** The token is checked at the user pool too: one of a person who was deleted or signed out is refused. */
  #checkedSub(token: string): string {
    const { mint, users } = this.#pool;
    try {
      const { sub, origin_jti: signIn } = mint.read(token, 'id');
      if (users.find(sub)?.signIns.has(signIn)) return sub;
    } catch {
      // Told below, as AWS tells every token that is not good.
    }
    throw new ServiceRefusal('NotAuthorizedException', 'Invalid login token.');
  }

  #credentials(input: Call['input']): object {
    const sub = this.#subIn(input);
    const asked = String(input['IdentityId']);
    const identity = sub === null ? this.#guest(asked) : this.#linked(sub, asked);
    if (identity === null) {
      const message = `Access to Identity '${asked}' is forbidden.`;
      throw new ServiceRefusal('NotAuthorizedException', message);
    }
    const credentials = this.#issued(sub);
    return {
      IdentityId: identity,
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: credentials.expiration / 1_000,
      },
    };
  }

  #guest(asked: string): string | null {
    return this.#guests.has(asked) ? asked : null;
  }

  /** A guest who signs in keeps the identity, unless the person has one already. */
  #linked(sub: string, asked: string): string | null {
    const known = this.#bySub.get(sub);
    const isGuest = this.#guests.delete(asked);
    if (known === undefined && isGuest) this.#bySub.set(sub, asked);
    if (known === undefined) return isGuest ? asked : null;
    return isGuest || known === asked ? known : null;
  }

  /** The pool maps the claim `sub` to the principal tag of that name; a guest's session has no tags. */
  #issued(sub: string | null): IssuedCredentials {
    const { authenticatedRoleArn, guestRoleArn } = this.#facts;
    const bearer = {
      roleArn: sub === null ? guestRoleArn : authenticatedRoleArn,
      sessionName: SESSION_NAME,
      tags: sub === null ? {} : { sub },
      sessionPolicy: sub === null ? GUEST_BOUNDS : null,
    };
    return this.#keyring.issue(bearer, this.#credentialsSeconds());
  }
}
