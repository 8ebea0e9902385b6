import { describe, expect, it } from 'vitest';
import { placeAlarmLabels, type LabelRow, type NamedAlarm } from './alarm-labels';

/** Ten pixels a letter, so that a label of n letters is 33 + 10 n wide. */
const measure = (text: string) => text.length * 10;

const alarm = (name: string, start: number, length = ''): NamedAlarm => ({ name, start, length });
const row = (right: number, taken: LabelRow['taken'] = []): LabelRow => ({ right, taken });

describe('placeAlarmLabels', () => {
  it('names a new alarm left of its bracket, ending at the end of the row', () => {
    const [label] = placeAlarmLabels([alarm('api', 595)], [row(600)], measure);
    expect(label).toMatchObject({ strong: 'api in ALARM', row: 0, left: 447, right: 600 });
  });

  it('lets the label begin with its bracket as soon as it fits, and hold at the left end', () => {
    const left = (start: number) =>
      placeAlarmLabels([alarm('api', start)], [row(600)], measure)[0]?.left;
    expect([448, 447, 446, 0, -900].map(left)).toEqual([447, 447, 446, 0, 0]);
  });

  it('leaves the length out before the name is cut, and cuts with an ellipsis', () => {
    const say = (right: number) =>
      placeAlarmLabels([alarm('checkout', 0, 'for 5 s')], [row(right)], measure)[0];
    expect(say(400)).toMatchObject({ strong: 'checkout in ALARM', dim: 'for 5 s' });
    expect(say(270)).toMatchObject({ strong: 'checkout in ALARM', dim: '' });
    expect(say(100)).toMatchObject({ strong: 'check…', dim: '' });
    expect(say(40)).toBeUndefined();
  });

  it('stacks two that overlap', () => {
    const labels = placeAlarmLabels(
      [alarm('new', 598), alarm('old', 590)],
      [row(600), row(550)],
      measure,
    );
    expect(labels.map(({ strong, row: at, right }) => [strong, at, right])).toEqual([
      ['new in ALARM', 0, 600],
      ['old in ALARM', 1, 550],
    ]);
  });

  it('counts the older one where the second row is taken', () => {
    const deploy = { left: 400, right: 500 };
    const labels = placeAlarmLabels(
      [alarm('new', 598), alarm('old', 590)],
      [row(600), row(550, [deploy])],
      measure,
    );
    expect(labels).toEqual([{ strong: 'new', dim: 'and 1 more', row: 0, left: 433, right: 600 }]);
  });

  it('names or counts every alarm, with no two labels overlapping', () => {
    const alarms = Array.from({ length: 40 }, (_, index) =>
      alarm(`alarm-${index}`, 1000 - ((index * 137) % 1000), 'for 3 s'),
    );
    const labels = placeAlarmLabels(alarms, [row(1000), row(940)], measure);
    const counted = labels.reduce(
      (sum, { dim }) => sum + 1 + Number(/^and (\d+) more$/.exec(dim)?.[1] ?? 0),
      0,
    );
    expect(counted).toBe(40);
    expect(labels[0]?.strong).toContain('alarm-0');
    for (const at of [0, 1]) {
      const inOrder = labels.filter((label) => label.row === at).sort((a, b) => a.left - b.left);
      inOrder.forEach((label, index) =>
        expect(label.left).toBeGreaterThanOrEqual(inOrder[index - 1]?.right ?? 0),
      );
    }
  });
});
