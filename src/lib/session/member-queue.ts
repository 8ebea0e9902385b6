import { relayed } from '$lib/account/relay-of';
import { listenQuietly } from './connecting-listener';
import { defaultMapping } from './default-mapping';
import type { ListenedQueue } from './listened-queue';
import { memberRoom } from './member-room';
import { MemberSource } from './member-source';

/** Each person's journal is their own, also where several use one browser. */
export function journalOf(sub: string): string {
  return `aws-musical-event:${sub}`;
}

/**
 * The queue of who is signed in. It is made anew when it is missing, and its credentials are replaced before they end.
 * While somebody may listen by a link, whoever reads it relays what comes, redacted.
 *
 * @throws AccountError when nobody is signed in, or that cannot be told.
 */
export async function memberQueue(): Promise<ListenedQueue> {
  const [room, mapping, { SqsSource }] = await Promise.all([
    memberRoom(),
    defaultMapping(),
    import('$lib/source/sqs/sqs-source'),
  ]);
  const { account, arrivals, poll, signedOut } = room;
  const { sub, address, repair } = await account.queue();
  return {
    source: relayed(new SqsSource(address, { repair }), account, sub, mapping),
    name: address.queueUrl,
    journalName: journalOf(sub),
    heardThrough: (source) => new MemberSource(source, arrivals, poll, signedOut),
  };
}

/** Reads the queue of who is signed in, without a sound, until the signal aborts. */
export async function pollQuietly(signal: AbortSignal): Promise<void> {
  const [{ OneTabSource }, { openJournal }, queue, mapping, { arrivals }] = await Promise.all([
    import('$lib/source/tabs/one-tab-source'),
    import('$lib/store/journal'),
    memberQueue(),
    defaultMapping(),
    memberRoom(),
  ]);
  const journal = await openJournal(queue.journalName, { mapping });
  const oneTab = (source: ListenedQueue['source'], name: string, onLead: () => Promise<void>) =>
    new OneTabSource(source, name, { onLead });
  await listenQuietly({ queue, journal, mapping, witness: arrivals, oneTab }, signal);
}
