import type { Mark } from '$lib/core/timeline/mark';
import type { Inspection, Listening } from '$lib/session/listening';
import { familyName } from './family-name';
import { shapeWords } from './news-words';
import { plural } from './numeral';
import { timeWords } from './recorded';

/** A mark in words: "14:30:41, Alarms, bad news, checkout-api-5xx in ALARM". */
export function eventWords(
  listening: Pick<Listening, 'inspect' | 'wallAt' | 'player'>,
  mark: Mark,
): string {
  const time = timeWords(listening, mark.at);
  const others = mark.events.length - 1;
  const rest = others > 0 ? ` and ${plural(others, 'other event')}` : '';
  return `${time}, ${familyName(mark.lane)}, ${shapeWords(mark.shape)}, ${titleOf(listening, mark)}${rest}`;
}

/** What the first event of a mark is called. */
export function titleOf(listening: Pick<Listening, 'inspect'>, mark: Mark): string {
  return inspectFirst(listening, mark)?.title ?? 'an event that has left the window';
}

/** The first event of a mark that the session still knows. */
export function inspectFirst(listening: Pick<Listening, 'inspect'>, mark: Mark): Inspection | null {
  for (const id of mark.events) {
    const inspection = listening.inspect(id);
    if (inspection) return inspection;
  }
  return null;
}
