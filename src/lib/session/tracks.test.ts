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
    track.follow(1, cue('a', 'alarm'), 'aws.test');
    track.follow(2, cue('b', 'alarm', 'orders'), 'aws.test');
    track.follow(3, cue('c', 'alarm'), 'aws.test');
    track.follow(4, cue('d', 'alarm-ok'), 'aws.test');
    expect(track.annotations).toEqual([
      { kind: 'alarm', from: 1, to: 4, label: 'label of a', source: 'aws.test', event: 'a' },
      { kind: 'alarm', from: 2, to: null, label: 'label of b', source: 'aws.test', event: 'b' },
    ]);
    track.follow(5, cue('e', 'alarm'), 'aws.test');
    expect(track.annotations).toHaveLength(3);
  });

  it('draws deploys as instants and routine not at all', () => {
    const track = new AnnotationTrack();
    track.follow(1, cue('a', 'plain'), 'aws.test');
    track.follow(2, cue('b', 'deploy'), 'aws.test');
    track.follow(3, cue('c', 'alarm-ok', 'never seen'), 'aws.test');
    expect(track.annotations).toEqual([
      { kind: 'deploy', from: 2, to: null, label: 'label of b', source: 'aws.test', event: 'b' },
    ]);
  });
});

describe('a full annotation track', () => {
  it('forgets what is over before an alarm that stands', () => {
    const track = new AnnotationTrack();
    track.follow(0, cue('standing', 'alarm'), 'aws.test');
    for (let at = 1; at <= 250; at++) track.follow(at, cue(`d${at}`, 'deploy'), 'aws.test');
    expect(track.annotations).toHaveLength(200);
    expect(track.annotations[0]).toMatchObject({ event: 'standing', to: null });
    expect(track.annotations[1]?.event).toBe('d52');
    track.follow(300, cue('ok', 'alarm-ok'), 'aws.test');
    expect(track.annotations[0]?.to).toBe(300);
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
