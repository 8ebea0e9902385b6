import type { EpochMs, Outcome } from '../event/aws-event';

/** What a function says of a failure: words for a person, and a code for the page. */
export interface CallError {
  readonly code:
    | 'signed-out'
    | 'not-allowed'
    | 'invalid'
    | 'not-found'
    | 'expired'
    | 'revoked'
    | 'full'
    | 'wait'
    | 'failed';
  readonly message: string;
  readonly resolution: string;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

/** What one person has in the cloud. */
export interface Place {
  readonly queueUrl: string;
  readonly queueName: string;
  readonly feedArn: string;
  readonly sharedFeedArn: string;
  readonly region: string;
  /** Whether the events of the deployment's own account arrive too. */
  readonly hearsOwnAccount: boolean;
}

/** An AWS account whose connector may publish to the person's feed; `account` is twelve digits. */
export interface ConnectedAccount {
  readonly account: string;
  readonly addedAt: EpochMs;
}

export type CheckState = 'ok' | 'wrong' | 'unknown';

/** One thing that must be right for events to arrive, and what to do when it is not. */
export interface ConnectionCheck {
  readonly id:
    | 'queue'
    | 'feed'
    | 'subscription'
    | 'feed-policy'
    | 'dead-letters'
    | 'rule'
    | 'trail'
    | 'connector';
  readonly state: CheckState;
  readonly message: string;
  /** Empty where all is well. */
  readonly resolution: string;
}

/** What the listeners of a share hear; an empty list means everything. */
export interface ShareFilter {
  readonly sources: readonly string[];
  readonly outcomes: readonly Outcome[];
}

export interface Share {
  /** Sixteen hexadecimal digits; says nothing of the token. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly maxListeners: number;
  readonly filter: ShareFilter;
  readonly revokedAt: EpochMs | null;
  readonly listeners: readonly ShareListener[];
}

export interface ShareListener {
  /** The first eight of the listener's 32 hexadecimal digits. */
  readonly id: string;
  readonly joinedAt: EpochMs;
  /** When the listener last renewed; an hour later the sweep takes its queue away. */
  readonly seenAt: EpochMs;
}

/** Credentials as a function gives them; `expiration` in milliseconds since the epoch. */
export interface GivenCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: EpochMs;
}

/** What a listener keeps to renew: the same queue goes on. */
export interface ListenerPass {
  readonly id: string;
  readonly secret: string;
}

export interface Seat {
  readonly pass: ListenerPass;
  readonly queueUrl: string;
  readonly region: string;
  readonly credentials: GivenCredentials;
  readonly share: {
    readonly name: string;
    readonly expiresAt: EpochMs;
    readonly listeners: number;
  };
}

/** The functions that a page may call: what goes in beside the ID token, and what comes back. */
export interface Calls {
  'ensure-queue': { input: object; value: Place };
  connections: {
    input: { readonly action: 'list' | 'add' | 'remove'; readonly account?: string };
    value: { readonly accounts: readonly ConnectedAccount[] };
  };
  'check-connection': { input: object; value: { readonly checks: readonly ConnectionCheck[] } };
  'test-event': { input: object; value: { readonly eventId: string } };
  invite: { input: { readonly email: string }; value: { readonly email: string } };
  'delete-account': { input: object; value: { readonly removed: readonly string[] } };
  'create-share': {
    input: {
      readonly name: string;
      readonly expiresAt: EpochMs;
      readonly maxListeners: number;
      readonly filter: ShareFilter;
    };
    /** The token is shown once and kept nowhere: the table holds its digest. */
    value: { readonly share: Share; readonly token: string };
  };
  'list-shares': { input: object; value: { readonly shares: readonly Share[] } };
  'revoke-share': { input: { readonly id: string }; value: { readonly share: Share } };
  'join-share': { input: { readonly token: string; readonly pass?: ListenerPass }; value: Seat };
}

export type CallName = keyof Calls;

/** The calls of signed-in people; each carries the ID token. A guest may make only `join-share`. */
export type MemberCall = Exclude<CallName, 'join-share'>;
