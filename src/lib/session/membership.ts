import type { ConnectedAccount, ConnectionCheck, Share, ShareFilter } from '$lib/core/cloud/calls';
import type { EpochMs } from '$lib/core/event/aws-event';

export type {
  ConnectedAccount,
  ConnectionCheck,
  Share,
  ShareFilter,
  ShareListener,
} from '$lib/core/cloud/calls';

/** What the person must do next. */
export type NextStep =
  | { readonly kind: 'done' }
  /** A code was sent to the address. */
  | { readonly kind: 'confirm'; readonly email: string }
  | { readonly kind: 'reset'; readonly email: string }
  /** Six digits from the authenticator app. */
  | { readonly kind: 'totp' }
  /** An invited person chooses a password at the first sign-in. */
  | { readonly kind: 'new-password' };

/** Signing up, in and out. Errors are thrown with `message` and `resolution`. Fields are reactive. */
export interface Membership {
  readonly state: 'checking' | 'signed-out' | 'signed-in';
  readonly email: string | null;
  readonly isOwner: boolean;
  readonly deployment: 'own' | 'hosted';
  readonly selfSignUp: 'open' | 'domains' | 'closed';
  /** Whether an authenticator app is asked for at sign-in; null until known. */
  readonly totp: boolean | null;
  signUp(email: string, password: string): Promise<NextStep>;
  confirm(email: string, code: string): Promise<NextStep>;
  sendCodeAgain(email: string): Promise<void>;
  signIn(email: string, password: string): Promise<NextStep>;
  /** Answers what the sign-in asked for: the six digits, or the new password. */
  answer(text: string): Promise<NextStep>;
  forgot(email: string): Promise<NextStep>;
  reset(email: string, code: string, password: string): Promise<NextStep>;
  /** What the authenticator app needs: the secret to type, and the `otpauth:` address for its camera. */
  beginTotp(): Promise<{ readonly secret: string; readonly uri: string }>;
  finishTotp(code: string): Promise<void>;
  removeTotp(): Promise<void>;
  signOut(): Promise<void>;
  /** Takes away the queue, the feeds, the shares and the account itself. */
  deleteAccount(): Promise<void>;
  invite(email: string): Promise<void>;
}

/** What the Connect page knows of events on their way. */
export interface Arrivals {
  /** When the queue last answered, and how long that took; null before the first answer. */
  readonly queue: { readonly at: EpochMs; readonly tookMs: number; readonly checks: number } | null;
  /** The newest word of a connector. */
  readonly connector: {
    readonly at: EpochMs;
    readonly account: string;
    readonly region: string;
    readonly version: string;
  } | null;
  readonly firstEvent: {
    readonly at: EpochMs;
    readonly title: string;
    readonly rule: string | null;
    /** From when the page began to wait. */
    readonly afterSeconds: number;
  } | null;
}

/** Connecting an account, and seeing that it works. Fields are reactive. */
export interface Connecting {
  /** null until the queue stands. */
  readonly place: { readonly region: string; readonly feedArn: string } | null;
  readonly accounts: readonly ConnectedAccount[];
  readonly arrivals: Arrivals;
  /** Why nothing is read for the page any more, in words; absent or null while all is well. */
  readonly failure?: { readonly message: string; readonly resolution: string } | null;
  /** The newest checks; empty before the first. */
  readonly checks: readonly ConnectionCheck[];
  /** Makes or repairs the queue and the feed, and reads what is connected. */
  open(): Promise<void>;
  addAccount(account: string): Promise<void>;
  removeAccount(account: string): Promise<void>;
  check(): Promise<void>;
  /** Gives the id of the event that was sent. */
  sendTestEvent(): Promise<string>;
  /** The command for CloudShell, and the address of the console's form that does the same. */
  command(options: ConnectorOptions): { readonly text: string; readonly link: string };
  /** Reads what the diagnosis command printed. */
  explain(printed: string): readonly ConnectionCheck[];
}

export interface ConnectorOptions {
  readonly region: string;
  readonly names: 'keep' | 'mask';
  readonly readCalls: boolean;
}

/** The links that others listen by. Fields are reactive. */
export interface Sharing {
  /** null until they are read. */
  readonly shares: readonly Share[] | null;
  refresh(): Promise<void>;
  /** Gives the link; it is shown once, and cannot be read again. */
  create(options: {
    readonly name: string;
    readonly expiresAt: EpochMs;
    readonly maxListeners: number;
    readonly filter: ShareFilter;
  }): Promise<string>;
  revoke(id: string): Promise<void>;
}

/** What a listener of a share knows of it; part of its `Listening`. */
export interface SharedFacts {
  readonly name: string;
  readonly expiresAt: EpochMs;
  readonly listeners: number;
  /** When the owner's page was last known to be open; null before its first word. */
  readonly ownerSeenAt: EpochMs | null;
}
