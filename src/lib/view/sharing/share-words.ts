import type { EpochMs } from '$lib/core/event/aws-event';
import type { Share, ShareFilter, ShareListener } from '$lib/session/membership';
import { timeFormat } from 'd3-time-format';
import { durationWords } from '../words/duration';
import { plural } from '../words/numeral';

export type ShareState = 'open' | 'full' | 'expired' | 'revoked';

/** How a share stands: revoked and expired are for good. */
export function shareState(share: Share, now: EpochMs): ShareState {
  if (share.revokedAt !== null) return 'revoked';
  if (share.expiresAt <= now) return 'expired';
  return share.listeners.length >= share.maxListeners ? 'full' : 'open';
}

const day = timeFormat('%-d %b, %H:%M');
const STATES: Readonly<Record<ShareState, string>> = {
  open: 'Open',
  full: 'Full',
  expired: 'Expired',
  revoked: 'Revoked',
};

/** How a share stands, in words: `Open, expires in 6 d (28 Nov, 18:00)`. */
export function shareStateWords(share: Share, now: EpochMs): string {
  const state = shareState(share, now);
  const words = STATES[state];
  if (share.revokedAt !== null) return `${words} ${day(new Date(share.revokedAt))}`;
  const date = day(new Date(share.expiresAt));
  if (state === 'expired') return `${words} ${date}`;
  return `${words}, expires in ${durationWords((share.expiresAt - now) / 1000)} (${date})`;
}

/** How many listen, and how many can. */
export function listenersWords({ listeners, maxListeners }: Share): string {
  return `${listeners.length} of ${plural(maxListeners, 'listener')}`;
}

/** When a listener came, and was last there. */
export function listenerWords({ joinedAt, seenAt }: ShareListener, now: EpochMs): string {
  const seen = durationWords((now - seenAt) / 1000);
  return `since ${day(new Date(joinedAt))}, last there ${seen} ago`;
}

/** What a share lets through. */
export function filterWords({ sources, outcomes }: ShareFilter): string {
  const from = sources.length > 0 ? `from ${sources.join(', ')}` : '';
  const kind = outcomes.length > 0 ? `only ${outcomes.join(', ')}` : '';
  return [kind, from].filter((words) => words !== '').join(', ') || 'everything';
}
