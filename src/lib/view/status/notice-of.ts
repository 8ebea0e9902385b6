import type { EpochMs } from '$lib/core/event/aws-event';
import { deletionNotice } from './deletion-notice';
import { forgettingNotice, unkeptNotice } from './keeping-notice';
import { linkNotice, slowingNotice } from './link-notice';
import { lossNotice } from './loss-notice';
import type { Notice, NoticeAction, Stand } from './notice';
import { asleepNotice, elsewhereNotice, endNotice, silentNotice } from './sound-notice';

function failureNotice({ failure }: Stand): Notice | null {
  if (!failure) return null;
  return {
    title: 'We could not go on',
    text: `${failure.message} ${failure.resolution}`,
    code: null,
    action: 'listen',
    sound: 'None, until you listen again.',
    needsYou: true,
  };
}

/** The gravest first. */
const NOTICES: readonly ((stand: Stand, now: EpochMs) => Notice | null)[] = [
  failureNotice,
  lossNotice,
  elsewhereNotice,
  silentNotice,
  asleepNotice,
  deletionNotice,
  slowingNotice,
  endNotice,
  (stand, now) => (stand.player ? null : linkNotice(stand, now)),
  unkeptNotice,
  forgettingNotice,
];

const NONE: ReadonlySet<NoticeAction> = new Set();

/**
 * The notice that the state calls for, the gravest first; null when all is well and events arrive.
 *
 * @param putAway what the listener knows of and goes on with, by the notices' actions
 */
export function noticeOf(
  stand: Stand,
  now: EpochMs,
  putAway: ReadonlySet<NoticeAction> = NONE,
): Notice | null {
  for (const make of NOTICES) {
    const notice = make(stand, now);
    if (!notice || (notice.action && putAway.has(notice.action))) continue;
    return stand.sound === 'unsupported' ? { ...notice, sound: 'None.' } : notice;
  }
  return null;
}
