import type { Sound } from '$lib/session/listening';

/** Whether the session runs: events are read and composed, with sound or without. */
export function isRunning(sound: Sound): boolean {
  return sound === 'playing' || sound === 'starting' || sound === 'unsupported';
}

/** Whether notes have been heard, or could be as soon as it goes on. */
export function hasSound(sound: Sound): boolean {
  return sound !== 'asleep' && sound !== 'unsupported';
}
