import { randomBytes } from 'node:crypto';
import type { EpochMs } from '../../../src/lib/core/event/aws-event';

/** Whose credentials they are. */
export interface Bearer {
  /** The role's name as its session's ARN has it. */
  readonly roleArn: string;
  readonly sessionName: string;
  /** The session's tags; the policies may speak of them as `aws:PrincipalTag/…`. */
  readonly tags: Readonly<Record<string, string>>;
  /** A policy that bounds this session further, as JSON; null where there is none. */
  readonly sessionPolicy: string | null;
}

export interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: EpochMs;
}

interface Kept {
  readonly credentials: IssuedCredentials;
  readonly bearer: Bearer;
}

/** All temporary credentials that the local cloud has given out, as STS would know them. */
export class Keyring {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** New credentials for a session of a role, good for some seconds. */
  issue(bearer: Bearer, seconds: number): IssuedCredentials {
    const credentials = {
      accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(96).toString('base64'),
      // STS gives whole seconds.
      expiration: Math.floor(this.#now() / 1_000 + seconds) * 1_000,
    };
    this.#kept.set(credentials.accessKeyId, { credentials, bearer });
    return credentials;
  }

  find(accessKeyId: string): Kept | null {
    return this.#kept.get(accessKeyId) ?? null;
  }

  /** Makes credentials invalid before their time; those of everyone unless an access key is named. */
  revoke(accessKeyId?: string): void {
    if (accessKeyId === undefined) this.#kept.clear();
    else this.#kept.delete(accessKeyId);
  }
}
