import { describe, expect, it } from 'vitest';
import { VOICES } from '../score/note';
import { laneBelow, laneIndex, placeInLane } from './lane-place';

describe('placeInLane', () => {
  it('stays inside the lane for any note of any voice and rises with pitch', () => {
    for (const voice of VOICES) {
      const places = Array.from({ length: 128 }, (_, midi) => placeInLane(voice, midi));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('keeps bass below the plucks that share its lane', () => {
    expect(placeInLane('bass', 50)).toBeLessThan(placeInLane('pluck', 67));
  });

  it('sets the one note of the snare in the middle', () => {
    expect(placeInLane('snare', 38)).toBeCloseTo(0.5);
  });
});

describe('lanes', () => {
  it('step down and up, and stop at the ends', () => {
    expect(laneIndex('edge')).toBe(0);
    expect(laneBelow('edge', 1)).toBe('compute');
    expect(laneBelow('compute', -1)).toBe('edge');
    expect(laneBelow('edge', -1)).toBe('edge');
    expect(laneBelow('identity', 1)).toBe('identity');
  });
});
