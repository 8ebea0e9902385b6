import type { Listening } from '$lib/session/listening';
import { shortClock } from '../words/clock';
import { numeral, plural } from '../words/numeral';
import { recordedWords } from '../words/recorded';
import { sentenceCase } from '../words/sentence-case';

/** Since when, or from when, and how many events were heard. */
export function headWords({
  counts,
  startedAt,
  player,
}: Pick<Listening, 'counts' | 'startedAt' | 'player'>): string {
  if (player) {
    const { from, events } = player.facts;
    return `${sentenceCase(recordedWords(from))}, ${numeral(counts.heard)} of ${numeral(events)} heard`;
  }
  const heard = `${plural(counts.heard, 'event')} heard`;
  return startedAt === null ? heard : `Since ${shortClock(startedAt)}, ${heard}`;
}
