import { describe, expect, it } from 'vitest';
import { FixturePlayer } from '$lib/session/fixtures/fixture-player.svelte';
import { headWords } from './head-words';

const counts = {
  heard: 1204,
  notes: 0,
  aggregated: 0,
  suppressed: 0,
  muted: 0,
  duplicate: 0,
  unreadable: 0,
};

describe('headWords', () => {
  it('tell since when, and how many', () => {
    const startedAt = new Date(2026, 0, 2, 9, 2).getTime();
    expect(headWords({ counts, startedAt, player: null })).toBe('Since 09:02, 1,204 events heard');
    expect(headWords({ counts, startedAt: null, player: null })).toBe('1,204 events heard');
  });

  it('tell of a recording from which day it is, and how much of it was heard', () => {
    const player = new FixturePlayer();
    const all = player.facts.events.toLocaleString('en');
    expect(headWords({ counts, startedAt: null, player })).toMatch(
      new RegExp(`^Recorded 1[01] Jul 2023, 1,204 of ${all} heard$`),
    );
  });
});
