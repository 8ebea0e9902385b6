import type { EpochMs } from '$lib/core/event/aws-event';
import type { Player, RecordingFacts } from '$lib/session/listening';
import { timeFormat } from 'd3-time-format';
import { runningTime, shortClock } from '../words/clock';
import { durationWords } from '../words/duration';
import { numeral, plural } from '../words/numeral';
import { datedClock } from '../words/recorded';

const toDay = timeFormat('%-d %b %Y');

/** One fact of a recording. */
export interface Fact {
  readonly name: string;
  readonly words: string;
}

/** The local day of a time: `10 Jul 2023`. */
export function dayWords(at: EpochMs): string {
  return toDay(new Date(at));
}

/** From when to when: one day is named once. */
export function spanWords({ from, to }: Pick<RecordingFacts, 'from' | 'to'>): string {
  const [first, last] = [dayWords(from), dayWords(to)];
  const times = [shortClock(from), shortClock(to)];
  return first === last
    ? `${first}, ${times[0]} to ${times[1]}`
    : `${first}, ${times[0]} to ${last}, ${times[1]}`;
}

/** What is known of a recording, but for what could not be read. */
export function factsOf(facts: RecordingFacts): readonly Fact[] {
  return [
    { name: 'files', words: numeral(facts.files) },
    { name: 'events', words: numeral(facts.events) },
    { name: 'time', words: spanWords(facts) },
    { name: 'length', words: durationWords((facts.to - facts.from) / 1000) },
    {
      name: 'doubles',
      words: facts.duplicates === 0 ? 'none' : `${numeral(facts.duplicates)}, each heard once`,
    },
  ];
}

/** A place in a recording for who cannot see it: when it happened, and where it is in the music. */
export function placeWords(player: Pick<Player, 'duration' | 'happenedAt'>, at: number): string {
  const when = datedClock(player.happenedAt(at));
  return `${when}, ${runningTime(at)} of ${runningTime(player.duration)}`;
}

/** What could not be read, and what became of it. */
export function unreadWords({ unreadable }: RecordingFacts): string {
  return unreadable.count === 0
    ? 'Every line could be read.'
    : `${plural(unreadable.count, 'part')} could not be read`;
}
