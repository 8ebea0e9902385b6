import { describe, expect, it } from 'vitest';
import { ordinaryPrints, printKey } from './freezing';
import { FROZEN_VOICES, isFrozen, type FrozenName } from './voices/frozen-voices';
import { VOICE_TRAITS } from './voices/voice-traits';

const PITCHED = (Object.keys(FROZEN_VOICES) as FrozenName[]).filter(
  (voice) => !['kit', 'snare'].includes(voice),
);

describe('printKey', () => {
  it.each(PITCHED)('bends no note of %s by more than a semitone', (voice) => {
    const [lowest, highest] = VOICE_TRAITS[voice].register;
    for (let midi = lowest - 12; midi <= highest + 12; midi++)
      expect(Math.abs(printKey(voice, midi, 0.3).anchor - midi)).toBeLessThanOrEqual(1);
  });

  it('keeps insert, modify and remove apart', () => {
    const anchors = [41, 46, 52, 70, 76].map((midi) => printKey('kit', midi, 0.1).anchor);
    expect(anchors).toEqual([42, 45, 51, 70, 76]);
  });

  it('has one print for a voice that dies away by itself, whatever the duration', () => {
    const holds = [0.1, 0.42, 3].map((duration) => printKey('pluck', 72, duration).hold);
    expect(holds).toEqual([0.42, 0.42, 0.42]);
  });

  it('holds a sustained voice at least as long as its note, up to its longest', () => {
    const holds = [0.1, 0.25, 0.4, 1, 9].map((duration) => printKey('reed', 60, duration).hold);
    expect(holds).toEqual([0.25, 0.25, 0.5, 1, 1]);
  });
});

describe('ordinaryPrints', () => {
  it('covers every note of every register at its usual length', () => {
    const names = new Set(ordinaryPrints().map((key) => JSON.stringify(key)));
    for (const [voice, { register, noteSeconds }] of Object.entries(VOICE_TRAITS)) {
      if (!isFrozen(voice as FrozenName)) continue;
      for (let midi = register[0]; midi <= register[1]; midi++)
        expect(names).toContain(JSON.stringify(printKey(voice as FrozenName, midi, noteSeconds)));
    }
  });

  it('begins with what must not come late', () => {
    expect(ordinaryPrints()[0]?.voice).toBe('minor');
  });
});
