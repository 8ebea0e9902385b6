import { expect, it } from 'vitest';
import { cueLike } from './fixtures/event-stream';
import { type Line, lineName, newLine, noveltyOf, pendingOf, playedBy, stepLine } from './line';

function steady(line: Line, slots: number, everySlots: number): Line {
  let now = line;
  for (let at = 0; at < slots; at += 1) now = stepLine(now, at % everySlots === 0 ? 1 : 0, at);
  return now;
}

const CUE = cueLike('a');
const NEW = newLine(CUE, lineName(CUE), 0);

it('is one for each service and voice, and one for each drum of the kit', () => {
  const kit = (motion: 'up' | 'down' | 'level') => lineName(cueLike('a', { voice: 'kit', motion }));
  expect(new Set([kit('up'), kit('down'), kit('level')]).size).toBe(3);
  expect(lineName(cueLike('a', { motion: 'up' }))).toBe(lineName(CUE));
  expect(lineName(cueLike('a', { voice: 'keys' }))).not.toBe(lineName(CUE));
});

it('cuts long names and keeps them apart', () => {
  const long = (end: string) => lineName(cueLike('a', { stream: `${'x'.repeat(5000)}${end}` }));
  expect(long('1').length).toBeLessThan(80);
  expect(long('1')).not.toBe(long('2'));
});

it("leaves the alarm's and the error's sound to alarms and errors", () => {
  expect(playedBy(cueLike('a', { voice: 'alarm' }))).toBe('glass');
  expect(playedBy(cueLike('a', { voice: 'drone' }))).toBe('glass');
  expect(playedBy(cueLike('a', { voice: 'minor' }))).toBe('reed');
});

it('is all new at its first burst and not new after four steady minutes', () => {
  expect(noveltyOf(steady(NEW, 16, 1))).toBeGreaterThan(0.7);
  expect(noveltyOf(steady(NEW, 1536, 3))).toBeLessThan(0.2);
});

it('counts the seconds it was active, and counts them down while silent', () => {
  const active = steady(NEW, 640, 3);
  expect(active.activeSeconds).toBeCloseTo(100, 0);
  let silent = active;
  for (let at = 640; at < 1280; at += 1) silent = stepLine(silent, 0, at);
  expect(silent.activeSeconds).toBeLessThan(11);
});

it('gives a resource the same height for good', () => {
  const height = (key: string, id: string) => pendingOf(cueLike(id, { key }), 0).height;
  expect(height('orders', 'a')).toBe(height('orders', 'b'));
  expect(height('orders', 'a')).not.toBe(height('invoices', 'a'));
});
