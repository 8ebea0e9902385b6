import { describe, expect, it } from 'vitest';
import type { Family } from '$lib/core/event/family';
import { LaneBoard } from './lane-board';

function lane(board: LaneBoard, family: Family, second: number) {
  const found = board.states(second).find((state) => state.family === family);
  if (!found) throw new Error('no such lane');
  return found;
}

describe('the lane board', () => {
  it('counts the last sixty seconds and forgets the rest', () => {
    const board = new LaneBoard();
    board.hear('compute', 0, 5);
    board.hear('compute', 30, 2);
    expect(lane(board, 'compute', 59).perMinute).toBe(7);
    expect(lane(board, 'compute', 60).perMinute).toBe(2);
    expect(lane(board, 'compute', 300).perMinute).toBe(0);
  });

  it('names the voices of the last minute', () => {
    const board = new LaneBoard();
    board.strike('compute', 0, 'pluck', 0.5);
    board.strike('compute', 10, 'bass', 0.4);
    expect(lane(board, 'compute', 20).voices).toBe('pluck and bass');
    expect(lane(board, 'compute', 65).voices).toBe('bass');
  });

  it('tells the loudest note since it was last asked', () => {
    const board = new LaneBoard();
    board.strike('data', 0, 'kit', 0.3);
    board.strike('data', 0, 'kit', 0.6);
    expect(lane(board, 'data', 0).level).toBe(0.6);
    expect(lane(board, 'data', 0).level).toBe(0);
  });

  it('lets a solo silence the others, also a soloed lane that is muted stays heard', () => {
    const board = new LaneBoard();
    board.setMuted('edge', true);
    expect(board.sounds('edge')).toBe(false);
    expect(board.sounds('data')).toBe(true);
    board.setSoloed('edge', true);
    expect(board.sounds('edge')).toBe(true);
    expect(board.sounds('data')).toBe(false);
  });
});
