import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';
import type { Listening } from '$lib/session/listening';
import { timeFormat } from 'd3-time-format';
import { clock } from './clock';

const DAY_MS = 86_400_000;

const toDay = timeFormat('%-d %b %Y');
const toMoment = timeFormat('%-d %b %Y %H:%M:%S');

/** Whether an event is heard a day or more away from its own time: a recording, or a clock that is far off. */
export function isRecorded(time: EpochMs, heardAt: EpochMs): boolean {
  return Math.abs(heardAt - time) > DAY_MS;
}

/** The local day of a recorded event: `recorded 10 Jul 2023`. */
export function recordedWords(time: EpochMs): string {
  return `recorded ${toDay(new Date(time))}`;
}

/**
 * An offset from UTC: `UTC`, `UTC+2`, `UTC−3:30`.
 *
 * @param westMinutes minutes that local time is behind UTC, as `Date.getTimezoneOffset` gives them
 */
export function offsetWords(westMinutes: number): string {
  if (westMinutes === 0) return 'UTC';
  const minutes = Math.abs(westMinutes);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${westMinutes < 0 ? '+' : '−'}${Math.floor(minutes / 60)}${rest}`;
}

/** Local date and time with the offset from UTC: `10 Jul 2023 11:42:18 UTC+2`. */
export function datedClock(time: EpochMs): string {
  const at = new Date(time);
  return `${toMoment(at)} ${offsetWords(at.getTimezoneOffset())}`;
}

const toDayAndTime = timeFormat('%-d %b %H:%M:%S');

/** When something on the score was: the local time, with its day in a recording of more than one. */
export function timeWords(listening: Pick<Listening, 'wallAt' | 'player'>, at: Seconds): string {
  const facts = listening.player?.facts;
  const wall = listening.wallAt(at);
  return facts && facts.to - facts.from > DAY_MS ? toDayAndTime(new Date(wall)) : clock(wall);
}
