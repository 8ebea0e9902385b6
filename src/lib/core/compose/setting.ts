import type { Chord } from './chord';
import type { Regime } from './density';
import type { Palette } from './pitch';
import { isStrong } from './pitch';
import type { PitchClass } from './scale';

/** What all parts of one slot play by. */
export interface Setting {
  readonly index: number;
  readonly regime: Regime;
  readonly tonic: PitchClass;
  readonly scale: readonly PitchClass[];
  readonly chord: Chord;
  /** All seven chords of the key. */
  readonly chords: readonly Chord[];
  readonly palette: Palette;
  /** 1, or less while we are catching up. */
  readonly linkGain: number;
}

/** The pitch classes that routine notes may use in this slot. */
export function allowedIn(setting: Setting): readonly PitchClass[] {
  return isStrong(setting.index, setting.regime) ? setting.palette.strong : setting.palette.weak;
}
