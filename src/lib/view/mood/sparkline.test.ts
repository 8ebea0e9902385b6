import { render } from 'svelte/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import { timeWords } from '../words/recorded';
import Sparkline from './Sparkline.svelte';

describe('the drawing of the happiness score', () => {
  let listening: FixtureListening;
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    listening.close();
    vi.useRealTimers();
  });

  function feet(recording: boolean): readonly string[] {
    listening = new FixtureListening({ recording });
    const props = { listening, history: listening.moodHistory, end: 'now' };
    const html = render(Sparkline, { props }).body.replace(/<!--.*?-->/g, '');
    return [...html.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text ?? '');
  }

  it('counts back from now while something live is heard', () => {
    expect(feet(false)).toEqual([expect.stringMatching(/^5\d min ago$/), 'now']);
  });

  it('tells the times of a recording', () => {
    const shown = feet(true);
    const ends = [listening.moodHistory[0], listening.moodHistory.at(-1)];
    expect(shown).toEqual(ends.map((end) => timeWords(listening, end?.at ?? 0)));
    expect(shown[0]).toMatch(/^\d\d:\d\d:\d\d$/);
  });
});
