import type { Note } from '../score/note';
import type { Alarms } from './alarm';
import { panOf } from './parts';
import type { Setting } from './setting';
import { droneTones } from './severity-chord';
import { SLOTS_PER_BAR, slotTime } from './slot';
import { placeInBar } from './slot-place';

const LOUD_BARS = 4;
const HEARD_BARS = 24;
const LEAST_SLOTS = 4;

/** The alarm's held tones, one note a tone and bar, back to back until the last alarm is OK. */
export function stepDrone(
  alarms: Alarms,
  setting: Setting,
): { alarms: Alarms; notes: readonly Note[] } {
  const { index, tonic } = setting;
  const slots = SLOTS_PER_BAR - placeInBar(index);
  const goesOn = alarms.droneUntil === index;
  const sounding = index < alarms.droneUntil || (!goesOn && index < alarms.figureUntil);
  const resting = alarms.standing.length === 0 || slots < LEAST_SLOTS;
  if (sounding || resting) return { alarms, notes: [] };
  const notes = droneTones(tonic).map((midi, at) => ({
    time: slotTime(index),
    duration: slotTime(index + slots) - slotTime(index),
    midi,
    velocity: droneVelocity((index - alarms.since) / SLOTS_PER_BAR),
    voice: 'drone' as const,
    pan: panOf('drone', at),
    events: [],
  }));
  return { alarms: { ...alarms, droneUntil: index + slots }, notes };
}

/** The drone steps back as the alarm grows old, and never falls silent. */
function droneVelocity(bars: number): number {
  if (bars < LOUD_BARS) return 0.34;
  return bars < HEARD_BARS ? 0.24 : 0.17;
}
