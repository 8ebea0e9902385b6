import type { Inspection } from '$lib/session/listening';
import { preciseClock } from '../words/clock';
import { datedClock, isRecorded } from '../words/recorded';

/**
 * When an event happened and when it was heard. A recording's own clock runs with what is heard, so there it
 * is told once, with its day.
 */
export function timeField(
  { event, heardAt }: Pick<Inspection, 'event' | 'heardAt'>,
  isRecording: boolean,
): string {
  if (isRecording) return datedClock(event.time);
  const happened = isRecorded(event.time, heardAt)
    ? datedClock(event.time)
    : preciseClock(event.time);
  return `${happened}, heard ${preciseClock(heardAt)}`;
}
