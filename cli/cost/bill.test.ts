import { describe, expect, it } from 'vitest';
import { bill, times, together, total } from './bill';
import { backlog, heartbeats, listening, MONTH_HOURS, REQUESTS_PER_HOUR } from './listening-use';
import { SCENARIOS } from './scenarios';

describe('a bill', () => {
  it('takes the free units off each price once', () => {
    expect(bill({ sqs: 3_000_000 }, true)).toEqual([{ price: 'sqs', units: 3_000_000, usd: 0.8 }]);
    expect(total({ sqs: 3_000_000 }, false)).toBeCloseTo(1.2, 10);
    expect(total({ sqs: 900_000, sns: 5 }, true)).toBe(0);
  });

  it('adds usages, and multiplies them', () => {
    expect(together({ sqs: 1, sns: 2 }, { sqs: 3 })).toEqual({ sqs: 4, sns: 2 });
    expect(times(10, { sqs: 1, transferGb: 0.5 })).toEqual({ sqs: 10, transferGb: 5 });
  });
});

describe('listening', () => {
  it('uses what the page was counted to use', () => {
    expect(listening(MONTH_HOURS, 0).sqs).toBe(130_320);
    expect(listening(1, 3_600).sqs).toBe(REQUESTS_PER_HOUR.busy);
    expect(backlog(10_000).sqs).toBeCloseTo(2_010, 6);
  });

  it('polls four times a minute for the heartbeats of one connector, and deletes once', () => {
    expect(listening(1, heartbeats(1)).sqs).toBe(60 * 4 + 60);
  });

  it('never uses less for more messages', () => {
    const requests = [0, 1, 60, 360, 720, 1_200, 3_600].map((n) => listening(1, n).sqs ?? 0);
    expect(requests).toEqual(requests.toSorted((a, b) => a - b));
  });
});

describe('the scenarios', () => {
  const usd = (part: string) => {
    const scenario = SCENARIOS.find(({ title }) => title.includes(part));
    return total(scenario!.usage, false);
  };

  it('cost more where more is heard', () => {
    expect(usd('your own deployment, nothing')).toBeLessThan(usd('your own deployment, one event'));
    expect(usd('hosted: one person')).toBeLessThan(usd('1,000 people') / 100);
  });

  it('are less than a cent for a quiet listener of their own, while the free units last', () => {
    expect(total(SCENARIOS[0]!.usage, true)).toBeLessThan(0.01);
  });
});
