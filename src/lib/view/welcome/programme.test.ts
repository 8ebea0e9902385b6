import { describe, expect, it } from 'vitest';
import { fixtureLink } from '$lib/session/fixtures/fixture-link';
import { openWords, otherProgramme } from './programme';

describe('otherProgramme', () => {
  it('offers what is not open, and nothing beside a demo without a queue', () => {
    const demo = { link: fixtureLink('demo', 0) };
    const queue = { link: fixtureLink('live', 0) };
    expect(otherProgramme(true, null)).toBe('demo');
    expect(otherProgramme(true, queue)).toBe('demo');
    expect(otherProgramme(true, demo)).toBe('local-queue');
    expect(otherProgramme(false, demo)).toBeNull();
  });
});

describe('openWords', () => {
  it('says what the session does, and why it stopped', () => {
    const open = { title: 'A day', sound: 'playing', failure: null } as const;
    expect(openWords(open)).toBe('A day is playing.');
    const failure = { message: 'No sound module.', resolution: 'Reload.' };
    expect(openWords({ ...open, sound: 'paused', failure })).toBe(
      'A day has stopped. No sound module.',
    );
  });
});
