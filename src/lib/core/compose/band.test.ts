import { expect, it } from 'vitest';
import { type Band, stepBand } from './band';
import { cueLike } from './fixtures/event-stream';

const NONE = new Set<never>();

function services(from: number, count: number) {
  return Array.from({ length: count }, (_, at) =>
    cueLike(`e${String(from + at)}`, { stream: `service-${String(from + at)}`, voice: 'reed' }),
  );
}

function pendingIds(band: Band): string[] {
  return band.flatMap(({ pending }) => pending.map(({ id }) => id));
}

it('keeps every event waiting, also when far more services speak than have a seat', () => {
  const band = stepBand([], services(0, 500), NONE, 0);
  expect(band.length).toBeLessThan(80);
  expect(new Set(pendingIds(band)).size).toBe(500);
});

it('gives the seat of the longest silent to a newcomer', () => {
  const full = stepBand([], services(0, 64), NONE, 0).map((line) => ({ ...line, pending: [] }));
  const spoken = stepBand(full, services(0, 1), NONE, 5).map((line) => ({ ...line, pending: [] }));
  const next = stepBand(spoken, services(64, 1), NONE, 6);
  const names = next.map(({ name }) => name);
  expect(next).toHaveLength(64);
  expect(names).toContain('service-0:reed');
  expect(names).toContain('service-64:reed');
  expect(names).not.toContain('service-1:reed');
});

it('forgets a line after ten silent minutes, but none with something waiting', () => {
  const [cue] = services(0, 1);
  const spoken = stepBand([], [cue!], NONE, 0);
  const played = spoken.map((line) => ({ ...line, pending: [] }));
  expect(stepBand(played, [], NONE, 3839)).toHaveLength(1);
  expect(stepBand(played, [], NONE, 3840)).toHaveLength(0);
  expect(stepBand(spoken, [], NONE, 9999)).toHaveLength(1);
});

it('hears a warned cue without letting it wait', () => {
  const [cue] = services(0, 1);
  const [line] = stepBand([], [cue!], new Set([cue!]), 0);
  expect(line?.rate).toBeGreaterThan(0);
  expect(line?.pending).toEqual([]);
});
