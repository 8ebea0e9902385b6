import { describe, expect, it } from 'vitest';
import { moodWords } from './mood-words';

const since = new Date(2026, 2, 1, 14, 20, 5).getTime();
const mood = { happiness: 87, word: 'glad', reason: 'All well.' } as const;

describe('moodWords', () => {
  it('tell the mood while all is known', () => {
    expect(moodWords({ connection: 'live', since }, mood)).toEqual({
      title: 'Glad',
      reason: 'All well.',
      isKnown: true,
    });
  });

  it('never sound fine while the connection is lost', () => {
    const words = moodWords({ connection: 'lost', since }, mood);
    expect(words.title).toBe('Unknown since 14:20');
    expect(words.isKnown).toBe(false);
    expect(words.reason).not.toContain('well');
  });
});
