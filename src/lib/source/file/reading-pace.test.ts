import { describe, expect, it } from 'vitest';
import type { ReadingProgress } from '../recording';
import { ReadingPace } from './reading-pace';

function paced(sizes: readonly number[]) {
  const clock = { now: 0 };
  const told: ReadingProgress[] = [];
  const pace = new ReadingPace(
    sizes,
    () => clock.now,
    (progress) => told.push(progress),
  );
  return { clock, told, pace };
}

describe('the pace of reading', () => {
  it('is told at most ten times a second', () => {
    const { clock, told, pace } = paced([10_000]);
    for (; clock.now < 2_000; clock.now += 3) pace.read(10, 0);
    expect(told.length).toBeGreaterThan(15);
    expect(told.length).toBeLessThanOrEqual(20);
  });

  it('foretells what remains, once it can', () => {
    const { clock, told, pace } = paced([50_000, 50_000]);
    for (clock.now = 100; clock.now <= 5_000; clock.now += 100) pace.read(1_000, 7);
    expect(told[0]!.remainingSeconds).toBeNull();
    expect(told.at(-1)).toMatchObject({ bytesRead: 50_000, bytesTotal: 100_000, events: 7 });
    expect(told.at(-1)!.remainingSeconds).toBeCloseTo(5, 6);
  });

  it('ends with everything read, though a file was left early', () => {
    const { clock, told, pace } = paced([100, 900]);
    clock.now = 300;
    pace.read(10, 0);
    pace.fileEnded(100);
    pace.fileEnded(1_000);
    pace.ended(3);
    const end = { bytesRead: 1_000, filesRead: 2, filesTotal: 2, events: 3, remainingSeconds: 0 };
    expect(told.at(-1)).toMatchObject(end);
  });
});
