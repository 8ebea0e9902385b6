import { describe, expect, it } from 'vitest';
import { chordsOf } from './chord';
import { MODES } from './mode';
import { bestVoicing, leadingCost, voicingsOf } from './voice-leading';

describe('voicings', () => {
  it('exist for every consonant chord of every key, in range, wide, with root and third', () => {
    for (let tonic = 0; tonic < 12; tonic += 1)
      for (const chord of MODES.flatMap((mode) => chordsOf(tonic, mode))) {
        if (chord.quality === 'neither') continue;
        const voicings = voicingsOf(chord);
        expect(voicings.length).toBeGreaterThan(0);
        for (const voicing of voicings) {
          const gaps = voicing.slice(1).map((midi, at) => midi - voicing[at]!);
          expect(voicing[0]).toBeGreaterThanOrEqual(43);
          expect(voicing[3]).toBeLessThanOrEqual(76);
          expect(gaps[0]).toBeGreaterThanOrEqual(7);
          expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
          expect(Math.max(...gaps)).toBeLessThanOrEqual(14);
          const classes = voicing.map((midi) => midi % 12);
          expect(classes).toContain(chord.triad[0]);
          expect(classes).toContain(chord.triad[1]);
        }
      }
  });
});

describe('the cost of leading', () => {
  const from = [50, 57, 66, 74] as const;

  it('is the motion alone for a good chord around the middle', () => {
    const still = leadingCost(from, from, 2);
    const moved = leadingCost(from, [50, 59, 66, 74], 2);
    expect(still).toBeCloseTo(0.5 * 1.75, 6);
    expect(moved - still).toBeCloseTo(2 + 0.5 * 0.5, 6);
  });

  it('charges leaps beyond four semitones twice more', () => {
    const step = leadingCost(from, [50, 57, 66, 70], 2);
    const leap = leadingCost(from, [50, 57, 66, 79], 2);
    expect(leap - step).toBeGreaterThan(2);
  });

  it('charges parallel fifths, not fifths that stay or move against each other', () => {
    const fifth = leadingCost(from, [52, 59, 66, 74], 4);
    const none = leadingCost(from, [52, 60, 66, 74], 4);
    expect(fifth - none).toBeCloseTo(3 - 1 - 0.5 * 0.25, 6);
  });

  it('charges a bass that is not the root', () => {
    expect(leadingCost(from, from, 7) - leadingCost(from, from, 2)).toBe(2);
  });

  it('is least for the voicing that is chosen', () => {
    const [, , , fourth] = chordsOf(2, 'ionian');
    const { voicing, cost } = bestVoicing(from, fourth!);
    const costs = voicingsOf(fourth!).map((other) => leadingCost(from, other, fourth!.triad[0]));
    expect(cost).toBe(Math.min(...costs));
    expect(voicing.every((midi) => fourth!.tones.includes(midi % 12))).toBe(true);
  });
});
