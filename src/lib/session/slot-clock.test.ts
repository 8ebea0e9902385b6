import { describe, expect, it } from 'vitest';
import { SLOT_SECONDS, slotTime } from '$lib/core/compose/slot';
import { SlotClock } from './slot-clock';

const WALL = Date.UTC(2026, 0, 1);

describe('the slot clock', () => {
  it('hands out each slot once, in order, as far as the look-ahead reaches', () => {
    const clock = new SlotClock(10, WALL);
    expect([...clock.due(10, 0.4, WALL)]).toEqual([0, 1, 2]);
    expect([...clock.due(10.05, 0.4, WALL + 50)]).toEqual([]);
    expect([...clock.due(10.2, 0.4, WALL + 200)]).toEqual([3]);
    expect(clock.next).toBe(4);
  });

  it('maps score time to the audio clock and back', () => {
    const clock = new SlotClock(10, WALL);
    expect(clock.audioAt(slotTime(8))).toBe(10 + 8 * SLOT_SECONDS);
    expect(clock.scoreAt(11.25)).toBe(1.25);
  });

  it('gives a pause no width on the score', () => {
    const clock = new SlotClock(0, WALL);
    for (const audio of [0, 0.5, 1, 1.5, 2])
      Array.from(clock.due(audio, 0.1, WALL + audio * 1_000));
    expect(clock.wallAt(2)).toBe(WALL + 2_000);
    Array.from(clock.due(2.1, 0.1, WALL + 62_100));
    expect(clock.wallAt(2)).toBe(WALL + 2_000);
    expect(clock.wallAt(2.1)).toBe(WALL + 62_100);
    expect(clock.wallAt(1)).toBe(WALL + 1_000);
    expect(clock.wallAt(3.1)).toBe(WALL + 63_100);
  });

  it('goes on from now after a freeze, and does not play the missed slots at once', () => {
    const clock = new SlotClock(0, WALL);
    const before = [...clock.due(1, 0.1, WALL + 1_000)].length;
    const after = [...clock.due(9, 0.1, WALL + 9_000)];
    expect(after.length).toBeLessThanOrEqual(2);
    expect(after[0]).toBe(before);
    expect(clock.audioAt(slotTime(before))).toBeGreaterThanOrEqual(9 - SLOT_SECONDS);
  });
});
