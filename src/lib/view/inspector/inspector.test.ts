import { render } from 'svelte/server';
import { afterEach, describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import { ScoreView } from '../score-view.svelte';
import Inspector from './Inspector.svelte';

describe('the inspector', () => {
  let listening: FixtureListening;
  afterEach(() => listening.close());

  function htmlOfLast(recording: boolean): string {
    listening = new FixtureListening({ recording });
    const mark = listening.marks.at(listening.marks.length - 1);
    const selection = { mark, eventIndex: 0 };
    return render(Inspector, { props: { listening, view: new ScoreView(), selection } }).body;
  }

  it('shows how a live event came here', () => {
    const html = htmlOfLast(false);
    expect(html).toContain('to the queue');
    expect(html).toMatch(/, heard \d\d:\d\d:\d\d\.\d{3}/);
  });

  it('shows no way through a queue of what stood in a file, but its day', () => {
    const html = htmlOfLast(true);
    expect(html).not.toContain('From AWS to your ears');
    expect(html).toMatch(/>\d+ Jul 2023 \d\d:\d\d:\d\d UTC[^<]*<\/dd>/);
    expect(html).not.toContain(', heard ');
  });
});
