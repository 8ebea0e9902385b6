import type { EpochMs } from '$lib/core/event/aws-event';
import { durationWords } from '../words/duration';
import { numeral, plural } from '../words/numeral';
import { plain, type Notice, type Stand } from './notice';

const PAD_ALONE = 'The pad alone, so you know it is on.';

function catchingUp({ link, isSkipping }: Stand): Notice {
  const behind = link.waiting === null ? '' : ` ${numeral(link.waiting)} wait behind us.`;
  if (isSkipping) {
    const text = `What you missed is passed over: kept and counted, but not heard.${behind}`;
    return plain('Skipping to now', text, 'The pad alone, until we are at the present.');
  }
  const text = `You hear what you missed condensed; errors and alarms are not condensed.${behind}`;
  const sound = 'Grouped notes at normal loudness, never a wall of sound.';
  return { ...plain('Catching up', text, sound), action: 'skip-to-now' };
}

function quiet({ link }: Stand, lastEventAt: EpochMs, now: EpochMs): Notice {
  const what = link.lastEventTitle === null ? '' : `: ${link.lastEventTitle}`;
  const checks = plural(link.checksSinceEvent, 'time');
  const ago = durationWords((now - lastEventAt) / 1000);
  const text = `Last event ${ago} ago${what}. We have checked ${checks} since, and every check was answered.`;
  return plain('Your account is quiet', text, 'The pad alone, its chords four bars long.');
}

/** Finding the queue, catching up, quiet, or new: states in which we wait and nothing is wrong. */
export function linkNotice(stand: Stand, now: EpochMs): Notice | null {
  const { connection, lastEventAt, since } = stand.link;
  if (connection === 'connecting') {
    const text = 'Asking SQS for your queue; this takes about two seconds.';
    return plain('Finding your queue', text, 'The pad, until the first event.');
  }
  if (connection === 'catching-up') return catchingUp(stand);
  if (connection === 'quiet' && lastEventAt !== null) return quiet(stand, lastEventAt, now);
  const isUp = connection === 'live' || connection === 'quiet';
  if (!isUp || lastEventAt !== null) return null;
  const ago = durationWords((now - since) / 1000);
  const text = `The connection works. Your account has sent no event since you connected ${ago} ago; a new account can be quiet for hours.`;
  return plain('Nothing has happened yet', text, PAD_ALONE);
}

/** AWS puts some of our checks off, and we still hear. */
export function slowingNotice({ link }: Stand): Notice | null {
  if (link.checks.at(-1) !== 'slowed') return null;
  const text = 'We check less often for a while. You hear events later, not fewer.';
  const sound = 'Unchanged; arrivals are spread over the bar.';
  return { ...plain('AWS asked us to slow down', text, sound), code: link.code };
}
