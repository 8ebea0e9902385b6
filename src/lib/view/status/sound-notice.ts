import { shortClock } from '../words/clock';
import { durationWords } from '../words/duration';
import { plural } from '../words/numeral';
import { plain, type Notice, type Stand } from './notice';

/** Another tab plays what this one follows. */
export function elsewhereNotice({ soundIn, link }: Stand): Notice | null {
  if (soundIn === 'this-tab') return null;
  const whoReads =
    link.reader === 'this'
      ? 'This one reads the queue for both, and follows along without sound.'
      : 'One tab reads the queue, or each would hear half of your events. This one follows along without sound.';
  return {
    ...plain('Another tab is already playing', whoReads, 'Silent here.'),
    action: 'play-here',
  };
}

/** The browser has no sound. */
export function silentNotice({ sound }: Stand): Notice | null {
  if (sound !== 'unsupported') return null;
  return {
    title: 'This browser cannot play sound',
    text: 'It has no AudioWorklet. The score still works. Chrome, Edge, Firefox and Safari from 2021 on have it.',
    code: null,
    action: 'go-on-silent',
    sound: 'None.',
    needsYou: true,
  };
}

/** The browser waits for a click. */
export function asleepNotice({ sound, counts, startedAt }: Stand): Notice | null {
  if (sound !== 'asleep') return null;
  const since = startedAt === null ? '' : ` since ${shortClock(startedAt)}`;
  const gone =
    counts.heard === 0
      ? ''
      : ` ${plural(counts.heard, 'event')} ${counts.heard === 1 ? 'has' : 'have'} gone by in silence${since}.`;
  return {
    title: 'Click once to hear it',
    text: `Browsers start sound only after a click.${gone}`,
    code: null,
    action: 'listen',
    sound: 'Begins on the next beat after the click.',
    needsYou: true,
  };
}

/** A recording is over. */
export function endNotice({ player }: Stand): Notice | null {
  if (player?.state !== 'ended') return null;
  const { events, from, to } = player.facts;
  const heard = `${plural(events, 'event')} of ${durationWords((to - from) / 1000)}`;
  const text = `That was ${heard}. Go back in it, hear it again, or drop another file.`;
  return { ...plain('The recording has ended', text, 'None.'), action: 'hear-again' };
}
