import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';
import { timeFormat } from 'd3-time-format';

const toSecond = timeFormat('%H:%M:%S');
const toMillisecond = timeFormat('%H:%M:%S.%L');
const toMinute = timeFormat('%H:%M');
const toFileStamp = timeFormat('%Y-%m-%d-%H%M%S');

/** Local wall clock, `14:30:41`. */
export function clock(at: EpochMs): string {
  return toSecond(new Date(at));
}

/** Local wall clock with milliseconds, `14:30:41.510`. */
export function preciseClock(at: EpochMs): string {
  return toMillisecond(new Date(at));
}

/** Local wall clock without seconds, `14:30`. */
export function shortClock(at: EpochMs): string {
  return toMinute(new Date(at));
}

/** Local date and time for a file's name, `2026-03-01-143041`. */
export function fileStamp(at: EpochMs): string {
  return toFileStamp(new Date(at));
}

/** A running time as a player shows it: `0:42`, `5:30:12`. */
export function runningTime(seconds: Seconds): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
