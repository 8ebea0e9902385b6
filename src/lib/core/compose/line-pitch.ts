import type { Line, Pending } from './line';
import { INSERT_LOWEST, MODIFY_MIDI, PARTS, REMOVE_MIDI, SNARE_MIDI } from './parts';
import { pitchAt, pitchFrom } from './pitch';
import { allowedIn, type Setting } from './setting';

/** The MIDI number of an event on its line: drums have theirs, tones keep to the height of their resource. */
export function linePitch(
  line: Line,
  event: Pending,
  setting: Setting,
  allowed = allowedIn(setting),
): number {
  switch (line.kind) {
    case 'snare':
      return SNARE_MIDI;
    case 'modify':
      return MODIFY_MIDI;
    case 'remove':
      return REMOVE_MIDI;
    case 'insert':
      return pitchFrom(INSERT_LOWEST, setting.chord.triad[0]);
    default:
      return pitchAt(event.height, PARTS[line.voice].register, allowed);
  }
}
