import { describe, expect, it } from 'vitest';
import type { AwsEvent } from '../event/aws-event';
import type { Note } from './note';
import { ScoreRecorder } from './score-recorder';

const OPTIONS = { seed: 1, mapping: { name: 'Default', sha256: 'abc' } };

function event(id: string): AwsEvent {
  return {
    id,
    time: Date.UTC(2026, 0, 5),
    source: 'aws.s3',
    detailType: 'Object Created',
    account: '123456789012',
    region: 'eu-west-1',
    resources: [],
    detail: {},
    outcome: 'success',
    outcomeField: null,
    key: 'bucket',
    mended: [],
    envelope: {},
  };
}

function note(time: number): Note {
  return { time, duration: 1, midi: 60, velocity: 0.5, voice: 'piano', pan: 0, events: [] };
}

describe('the books', () => {
  it('hold each event with its rule, body and disposition', () => {
    const recorder = new ScoreRecorder(OPTIONS);
    recorder.add(event('a'), 'upload', 4);
    recorder.settle('a', 'aggregated', 'one figure for 2 events');
    expect(recorder.score().events).toEqual([
      {
        id: 'a',
        time: '2026-01-05T00:00:00.000Z',
        source: 'aws.s3',
        detailType: 'Object Created',
        outcome: 'success',
        rule: 'upload',
        disposition: 'aggregated',
        reason: 'one figure for 2 events',
        body: 4,
      },
    ]);
  });

  it('keep the first disposition, and leave out what still waits', () => {
    const recorder = new ScoreRecorder(OPTIONS);
    recorder.add(event('a'), null);
    recorder.add(event('b'), null);
    recorder.settle('a', 'played');
    recorder.settle('a', 'suppressed');
    recorder.settle('unknown', 'played');
    expect(recorder.score().events.map(({ disposition }) => disposition)).toEqual(['played']);
  });

  it('list duplicates beside the event that was heard', () => {
    const recorder = new ScoreRecorder(OPTIONS);
    recorder.add(event('a'), null);
    recorder.duplicate(event('a'));
    recorder.settle('a', 'played');
    const dispositions = recorder.score().events.map(({ disposition }) => disposition);
    expect(dispositions).toEqual(['played', 'duplicate']);
  });

  it('count unreadable bodies where no index is given', () => {
    const recorder = new ScoreRecorder(OPTIONS);
    recorder.unreadable('not JSON');
    recorder.unreadable('empty');
    recorder.unreadable('cut off', 9);
    expect(recorder.score().unreadable.map(({ index }) => index)).toEqual([0, 1, 9]);
  });

  it('end with the last note', () => {
    const recorder = new ScoreRecorder(OPTIONS);
    recorder.sound(note(3));
    recorder.sound(note(1));
    expect(recorder.score().duration).toBe(4);
    expect(recorder.score().notes).toHaveLength(2);
  });

  it('forget the oldest beyond their capacity', () => {
    const recorder = new ScoreRecorder({ ...OPTIONS, capacity: 3 });
    for (let at = 0; at < 10; at += 1) {
      recorder.add(event(String(at)), null);
      recorder.settle(String(at), 'played');
      recorder.sound(note(at));
      recorder.unreadable('not JSON', at);
    }
    const { events, notes, unreadable } = recorder.score();
    expect(events.map(({ id }) => id)).toEqual(['7', '8', '9']);
    expect(notes.map(({ time }) => time)).toEqual([7, 8, 9]);
    expect(unreadable.map(({ index }) => index)).toEqual([7, 8, 9]);
  });

  it('are not changed by what is done with a Score', () => {
    const recorder = new ScoreRecorder(OPTIONS);
    const before = recorder.score();
    recorder.sound(note(1));
    recorder.unreadable('not JSON');
    expect(before.notes).toEqual([]);
    expect(before.unreadable).toEqual([]);
  });
});
