import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import { Announcer } from '../announcer.svelte';
import { ScoreView } from '../score-view.svelte';
import { stepAcross, stepAlong, type Roving } from './roving';

let listening: FixtureListening;
let roving: Roving;

beforeEach(() => {
  listening = new FixtureListening({ scenario: 'quiet' });
  roving = { listening, view: new ScoreView(), accepts: () => true, announcer: new Announcer() };
});
afterEach(() => listening.close());

describe('stepping through the score', () => {
  it('begins at the newest event and says its time, lane, news and title', () => {
    stepAlong(roving, -1);
    expect(roving.view.selection?.mark.lane).toBe('edge');
    expect(roving.announcer.polite).toMatch(/^\d\d:\d\d:\d\d, Edge and API, .+, API request/);
  });

  it('goes back and forth to the same event', () => {
    stepAlong(roving, -1);
    const start = roving.view.selection?.mark;
    stepAlong(roving, -1);
    expect(roving.view.selection?.mark.at).toBeLessThanOrEqual(start?.at ?? 0);
    expect(roving.view.selection?.mark).not.toBe(start);
    stepAlong(roving, 1);
    expect(roving.view.selection?.mark).toBe(start);
    stepAlong(roving, 1);
    expect(roving.announcer.polite).toBe('This is the last event of Edge and API.');
    expect(roving.view.selection?.mark).toBe(start);
  });

  it('takes the score along into the past, and back to now', () => {
    for (let step = 0; step < 250; step++) stepAlong(roving, -1);
    const { view } = roving;
    const at = view.selection?.mark.at ?? 0;
    expect(view.heldAt).not.toBeNull();
    expect(at).toBeLessThanOrEqual(view.heldAt ?? 0);
    expect(at).toBeGreaterThanOrEqual((view.heldAt ?? 0) - view.spanSeconds);
    view.backToNow();
    expect(view.heldAt).toBeNull();
  });

  it('crosses lanes near in time and stops at the outermost', () => {
    stepAlong(roving, -1);
    const at = roving.view.selection?.mark.at ?? 0;
    stepAcross(roving, 1);
    expect(roving.view.lane).toBe('compute');
    expect(Math.abs((roving.view.selection?.mark.at ?? 0) - at)).toBeLessThan(30);
    stepAcross(roving, -1);
    stepAcross(roving, -1);
    expect(roving.view.lane).toBe('edge');
  });

  it('says that a lane has nothing to show', () => {
    const none = { ...roving, accepts: () => false };
    stepAcross(none, 1);
    expect(roving.view.selection).toBeNull();
    expect(roving.announcer.polite).toBe('Compute, no event.');
  });
});
