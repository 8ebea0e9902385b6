import { describe as group, expect, it } from 'vitest';
import { describe, initialState, tonicOfAccount } from './composer';
import { cueLike } from './fixtures/event-stream';
import { play, silence } from './fixtures/piece';
import type { Slot } from './slot';

function slot(index: number, ...cues: Slot['cues']): Slot {
  return { index, cues, link: 'up' };
}

const ALARM = cueLike('a', { figure: 'alarm', voice: 'alarm', label: 'checkout-api-5xx' });
const OK = { ...ALARM, id: 'b', figure: 'alarm-ok', news: 'good' } as const;

function reasonAfter(...slots: Slot[]): string {
  return describe(play(slots).end).reason;
}

group('the description', () => {
  it('tells the key, the chord, the bar and the beat', () => {
    const piece = play(silence(0, 22));
    expect(describe(piece.end)).toMatchObject({
      tonic: 'D',
      mode: 'ionian',
      chord: ['D', 'F♯', 'A', 'E'],
      mood: 0.7,
      happiness: 70,
      word: 'content',
      regime: 0,
      alarms: [],
      bar: 2,
      beat: 2,
    });
  });

  it('is tense from the first moment of an alarm, before the mode has turned', () => {
    const alarmed = describe(play([...silence(0, 8), slot(8, ALARM)]).end);
    expect(alarmed).toMatchObject({ mode: 'ionian', word: 'tense', alarms: ['checkout-api-5xx'] });
    const over = describe(play([...silence(0, 8), slot(8, ALARM), slot(9, OK)]).end);
    expect(over.word).toBe('content');
  });

  it('is there before the first slot', () => {
    expect(describe(initialState(1, { tonic: 9 }))).toMatchObject({ tonic: 'A', bar: 1, beat: 1 });
  });
});

group('the reason', () => {
  it('says that nothing has failed', () => {
    expect(reasonAfter(...silence(0, 10))).toBe('Quiet; nothing has failed yet.');
  });

  it('names an alarm and for how long it stands', () => {
    const slots = [slot(0, ALARM), ...silence(1, 63)];
    expect(reasonAfter(...slots)).toBe('The checkout-api-5xx alarm has stood for 10 s.');
  });

  it('names the newest of several alarms', () => {
    const other = { ...ALARM, id: 'c', key: 'other', label: 'db-cpu' };
    expect(reasonAfter(slot(0, ALARM), slot(1, other))).toBe(
      '2 alarms, the newest db-cpu for 0 s.',
    );
  });

  it('names the alarm that cleared, and when', () => {
    const slots = [slot(0, ALARM), slot(1, OK), ...silence(2, 268)];
    expect(reasonAfter(...slots)).toBe('The checkout-api-5xx alarm cleared 42 s ago.');
  });

  it('names the latest trouble, and after five minutes only its time', () => {
    const error = cueLike('e', { figure: 'error', label: 'ListObjects refused' });
    expect(reasonAfter(slot(0, error), ...silence(1, 64))).toBe(
      'Latest trouble: ListObjects refused, 10 s ago.',
    );
    expect(reasonAfter(slot(0, error), ...silence(1, 1999))).toBe(
      'Quiet; the last failure was 5 min ago.',
    );
  });

  it('names a deploy', () => {
    const deploy = cueLike('d', { figure: 'deploy', label: 'shop deployed' });
    expect(reasonAfter(slot(0, deploy))).toBe('Good news: shop deployed, 0 s ago.');
  });

  it('has twelve words at the most, however long the label', () => {
    const label = 'one two three four five six seven eight nine ten eleven';
    for (const figure of ['alarm', 'alarm-ok', 'error', 'deploy', 'warning'] as const) {
      const reason = reasonAfter(slot(0, cueLike('x', { figure, label })));
      expect(reason.split(' ').length).toBeLessThanOrEqual(12);
    }
    const many = [0, 1, 2].map((at) =>
      cueLike(`x${String(at)}`, { figure: 'alarm', key: String(at), label }),
    );
    expect(reasonAfter(slot(0, ...many)).split(' ').length).toBeLessThanOrEqual(12);
  });
});

it('gives an account one of five tonics, the same for good', () => {
  const tonics = Array.from({ length: 50 }, (_, at) => tonicOfAccount(String(111111111111 + at)));
  expect(new Set(tonics)).toEqual(new Set([0, 2, 5, 7, 9]));
  expect(tonicOfAccount('123456789012')).toBe(tonicOfAccount('123456789012'));
});
