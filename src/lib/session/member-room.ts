import { openAccount, type Account } from '$lib/account/account';
import { LightPoll } from './connecting-poll';
import { SeenArrivals } from './connecting-arrivals.svelte';
import { defaultMapping } from './default-mapping';

/** What all that belongs to an account shares in this page; made once. */
export interface MemberRoom {
  readonly account: Account;
  readonly arrivals: SeenArrivals;
  /** Reads the queue while the Connect page is open and nothing is played. */
  readonly poll: LightPoll;
  /** Aborts when who is signed in leaves; another stands in its place at once. */
  readonly signedOut: AbortSignal;
  /** Ends what is heard of the account. */
  leave(): void;
}

let room: Promise<MemberRoom> | null = null;

/**
 * The room of this page's account, with nobody in it yet.
 *
 * @throws NoCloudError where the site was built for no deployment; what a failed load throws, and then it may be asked
 * again.
 */
export function memberRoom(): Promise<MemberRoom> {
  room ??= open().catch((error: unknown) => {
    room = null;
    throw error;
  });
  return room;
}

async function open(): Promise<MemberRoom> {
  const [account, mapping] = await Promise.all([openAccount(), defaultMapping()]);
  let leaving = new AbortController();
  const arrivals = new SeenArrivals(mapping);
  const opened: MemberRoom = {
    account,
    arrivals,
    poll: new LightPoll(
      async (signal) => (await import('./member-queue')).pollQuietly(signal),
      (failure) => (arrivals.failure = failure),
    ),
    get signedOut() {
      return leaving.signal;
    },
    leave() {
      leaving.abort();
      leaving = new AbortController();
      opened.poll.want(false);
      arrivals.forget();
    },
  };
  return opened;
}
