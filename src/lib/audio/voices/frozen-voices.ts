import type { Voice } from '$lib/core/score/note';
import { alarm } from './alarm';
import { bass } from './bass';
import type { FrozenVoice } from './frozen-voice';
import { glass } from './glass';
import { keys } from './keys';
import { kit } from './kit';
import { major } from './major';
import { mallet } from './mallet';
import { minor } from './minor';
import { piano } from './piano';
import { pluck } from './pluck';
import { reed } from './reed';
import { snare } from './snare';

/** The voices that play from memory. The others, pad and drone, are held for as long as it takes and stay live. */
export type FrozenName = Exclude<Voice, 'pad' | 'drone'>;

export const FROZEN_VOICES: Readonly<Record<FrozenName, FrozenVoice>> = {
  minor,
  alarm,
  piano,
  pluck,
  snare,
  kit,
  bass,
  reed,
  mallet,
  keys,
  glass,
  major,
};

export function isFrozen(voice: Voice): voice is FrozenName {
  return Object.hasOwn(FROZEN_VOICES, voice);
}
