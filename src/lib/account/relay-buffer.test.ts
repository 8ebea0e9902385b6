import { describe, expect, it } from 'vitest';
import type { Outcome } from '$lib/core/event/aws-event';
import { RelayBuffer } from './relay-buffer';

function filled(capacity: number, ...outcomes: Outcome[]) {
  const buffer = new RelayBuffer<{ id: number; outcome: Outcome }>(capacity);
  outcomes.forEach((outcome, id) => buffer.add({ id, outcome }));
  return buffer;
}

const ids = (items: { id: number }[]) => items.map(({ id }) => id);

describe('what waits to be relayed', () => {
  it('is given in order', () => {
    const buffer = filled(9, 'neutral', 'error', 'success');
    expect(ids(buffer.take(2))).toEqual([0, 1]);
    expect(ids(buffer.take(2))).toEqual([2]);
  });

  it('gives way from the oldest of the least grave on, and is counted', () => {
    const buffer = filled(3, 'error', 'neutral', 'success', 'warning', 'neutral', 'error');
    expect(ids(buffer.take(9))).toEqual([0, 3, 5]);
    expect(buffer.dropped).toBe(3);
  });

  it('comes back to its place, within the bound', () => {
    const buffer = filled(3, 'success', 'error', 'neutral');
    const taken = buffer.take(2);
    buffer.add({ id: 3, outcome: 'error' });
    buffer.putBack(taken);
    expect(ids(buffer.take(9))).toEqual([0, 1, 3]);
    expect(buffer.dropped).toBe(1);
  });
});
