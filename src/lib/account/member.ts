import type { CredentialProvider, QueueCredentials } from '$lib/source/sqs/queue-client';
import type { AuthSession } from 'aws-amplify/auth';
import { inOurWords, SignedOutError } from './account-error';
import type { AuthService } from './auth-service';

/** Who is signed in, by their ID token. */
export interface Member {
  /** The user pool's id of the person. */
  readonly sub: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** Credentials with less time left than this are no good beginning; readers replace theirs that long before, too. */
const LEAST_LEFT_MS = 300_000;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function memberOf({ tokens }: AuthSession): Member | null {
  const payload = tokens?.idToken?.payload;
  if (!payload) return null;
  const groups = payload['cognito:groups'];
  return {
    sub: textOf(payload['sub']),
    email: textOf(payload['email']),
    groups: Array.isArray(groups) ? groups.filter((name) => typeof name === 'string') : [],
  };
}

/** What the session of who is signed in gives. */
export class MemberSession {
  readonly #auth: AuthService;
  readonly #now: () => number;

  /** @param now the wall clock, in milliseconds since the epoch */
  constructor(auth: AuthService, now: () => number = Date.now) {
    this.#auth = auth;
    this.#now = now;
  }

  /**
   * Who is signed in; null when nobody is.
   *
   * @throws AccountError when that cannot be told, as without a connection while the tokens have expired.
   */
  member(): Promise<Member | null> {
    return inOurWords(async () => memberOf(await this.#auth.fetchAuthSession()));
  }

  /** @throws SignedOutError when nobody is signed in; AccountError when the service does not give a token. */
  idToken(): Promise<string> {
    return inOurWords(async () => {
      const { tokens } = await this.#auth.fetchAuthSession();
      if (!tokens?.idToken) throw new SignedOutError();
      return tokens.idToken.toString();
    });
  }

  /**
   * The person's AWS credentials, for the queue's reader and the functions. Amplify keeps them for 50 minutes by its own
   * count, whatever they say themselves; those that end soon are replaced here.
   *
   * @throws SignedOutError when nobody is signed in: then Amplify gives a guest's credentials, which open no queue. Else
   * what Amplify throws, whose code the reader knows.
   */
  readonly credentials: CredentialProvider = async ({ forceRefresh }) => {
    const session = await this.#auth.fetchAuthSession({ forceRefresh });
    const given = ofMember(session);
    const endsAt = given.expiration?.getTime() ?? Infinity;
    if (forceRefresh || endsAt - this.#now() > LEAST_LEFT_MS) return given;
    return ofMember(await this.#auth.fetchAuthSession({ forceRefresh: true }));
  };
}

function ofMember({ tokens, credentials }: AuthSession): QueueCredentials {
  if (!tokens || !credentials) throw new SignedOutError();
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    ...(expiration && { expiration }),
  };
}
