import type { Note } from '$lib/core/score/note';
import type { Mark } from '$lib/core/timeline/mark';
import { shapeOf } from '$lib/core/timeline/shape';
import type { Entry } from './ledger';

/**
 * The mark of an event's notes.
 *
 * @param notes the notes of its figure that are known so far; at least one
 */
export function markOf(entry: Entry, notes: readonly Note[]): Mark {
  const first = notes[0];
  if (!first) throw new RangeError('a mark needs a note');
  const end = Math.max(...notes.map(({ time, duration }) => time + duration));
  return {
    at: first.time,
    duration: end - first.time,
    lane: entry.lane,
    shape: shapeOf(entry.cue.news, entry.cue.interrupt),
    velocity: Math.max(...notes.map(({ velocity }) => velocity)),
    midi: Math.min(...notes.map(({ midi }) => midi)),
    voice: first.voice,
    disposition: entry.disposition ?? 'played',
    events: first.events,
  };
}
