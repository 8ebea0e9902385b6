import type { Sound } from '$lib/session/listening';

const WORDS: Readonly<Record<Sound, string>> = {
  asleep: 'No sound yet',
  starting: 'Starting',
  playing: 'Listening',
  paused: 'Paused',
  unsupported: 'No sound',
};

/** What the sound does. */
export function soundWords(sound: Sound): string {
  return WORDS[sound];
}
