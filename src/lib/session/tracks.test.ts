import { describe, expect, it } from 'vitest';
import type { Cue, Figure } from '$lib/core/mapping/cue';
import { AnnotationTrack } from './annotation-track';
import { HarmonyTrack } from './harmony-track';
import { UnknownTrack } from './unknown-track';

const cue = (id: string, figure: Figure, key = 'checkout'): Cue =>
  ({ id, figure, key, label: `label of ${id}` }) as Cue;

describe('the annotation track', () => {
  it('draws an alarm from ALARM to its own OK, and a repeated ALARM is the same one', () => {
    const track = new AnnotationTrack();
    track.follow(1, cue('a', 'alarm'));
    track.follow(2, cue('b', 'alarm', 'orders'));
    track.follow(3, cue('c', 'alarm'));
    track.follow(4, cue('d', 'alarm-ok'));
    expect(track.annotations).toEqual([
      { kind: 'alarm', from: 1, to: 4, label: 'label of a', event: 'a' },
      { kind: 'alarm', from: 2, to: null, label: 'label of b', event: 'b' },
    ]);
    track.follow(5, cue('e', 'alarm'));
    expect(track.annotations).toHaveLength(3);
  });

  it('draws deploys as instants and routine not at all', () => {
    const track = new AnnotationTrack();
    track.follow(1, cue('a', 'plain'));
    track.follow(2, cue('b', 'deploy'));
    track.follow(3, cue('c', 'alarm-ok', 'never seen'));
    expect(track.annotations).toEqual([
      { kind: 'deploy', from: 2, to: null, label: 'label of b', event: 'b' },
    ]);
  });
});

describe('the harmony track', () => {
  it('opens a span when key or mode change, and closes the one before', () => {
    const track = new HarmonyTrack();
    const ionian = { tonic: 'D', mode: 'ionian', word: 'content' } as const;
    track.follow(0, ionian);
    track.follow(2.5, ionian);
    track.follow(5, { tonic: 'D', mode: 'dorian', word: 'tense' });
    expect(track.spans).toEqual([
      { from: 0, to: 5, ...ionian },
      { from: 5, to: null, tonic: 'D', mode: 'dorian', word: 'tense' },
    ]);
  });
});

describe('the unknown track', () => {
  it('hatches from the loss to the return', () => {
    const track = new UnknownTrack();
    track.follow(1, false);
    track.follow(2, true);
    track.follow(3, true);
    expect(track.spans).toEqual([{ from: 2, to: null }]);
    track.follow(4, false);
    track.follow(5, false);
    expect(track.spans).toEqual([{ from: 2, to: 4 }]);
  });
});
