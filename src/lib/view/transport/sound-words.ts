import type { Listening, Sound } from '$lib/session/listening';

const WORDS: Readonly<Record<Sound, string>> = {
  asleep: 'No sound yet',
  starting: 'Starting',
  playing: 'Listening',
  paused: 'Paused',
  unsupported: 'No sound',
};

/** What the sound does; of a recording, also that it gets ready or is over. */
export function soundWords({ sound, player }: Pick<Listening, 'sound' | 'player'>): string {
  if (player?.state === 'ended') return 'Ended';
  if (player?.state === 'preparing' && sound !== 'paused') return 'Preparing';
  return WORDS[sound];
}
