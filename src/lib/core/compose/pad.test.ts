import { expect, it } from 'vitest';
import { cueLike } from './fixtures/event-stream';
import { play, silence } from './fixtures/piece';

const pads = (slots: Parameters<typeof play>[0]) =>
  play(slots).notes.filter(({ voice }) => voice === 'pad');

it('is never silent: each tone lasts to the next chord', () => {
  const notes = pads(silence(0, 2000));
  const ends = notes.map(({ time, duration }) => time + duration);
  const starts = [...new Set(notes.map(({ time }) => time))];
  for (const start of starts.slice(1)) expect(ends).toContain(start);
  expect(notes.length).toBe(4 * starts.length);
});

it('is spread from left to right and holds four tones of the chord', () => {
  const notes = pads(silence(0, 1));
  expect(notes.map(({ pan }) => pan)).toEqual([-0.5, -0.17, 0.17, 0.5]);
  expect(notes.map(({ duration }) => duration)).toEqual([10, 10, 10, 10]);
  for (const { midi } of notes) expect([2, 4, 6, 9]).toContain(midi % 12);
});

it('does not strike a tone again that lasts through a chord which cuts in', () => {
  const error = cueLike('e', { figure: 'error', voice: 'minor' });
  const slots = silence(0, 20).map((slot) => ({ ...slot, cues: slot.index === 1 ? [error] : [] }));
  const notes = pads(slots);
  const held = notes.filter(({ slot }) => slot === 0).map(({ midi }) => midi);
  const struck = notes.filter(({ slot }) => slot === 8).map(({ midi }) => midi);
  expect(struck.length).toBeGreaterThan(0);
  expect(struck.length).toBeLessThan(4);
  for (const midi of struck) expect(held).not.toContain(midi);
});
