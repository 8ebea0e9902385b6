import { describe, expect, it } from 'vitest';
import { overviewBars } from './overview-bars';

const part = (events: number, bad = 0) => ({ events, bad });

describe('overviewBars', () => {
  it('measures every bar by the highest', () => {
    expect(overviewBars([part(2), part(8, 4), part(0)], 100)).toEqual([
      { all: 0.25, bad: 0 },
      { all: 1, bad: 0.5 },
      { all: 0, bad: 0 },
    ]);
  });

  it('merges neighbours where there is no room, by their mean', () => {
    const bars = overviewBars([part(2), part(4), part(9), part(9, 9), part(0)], 2.9);
    expect(bars).toEqual([
      { all: 5 / 5, bad: 0 },
      { all: 4.5 / 5, bad: 4.5 / 5 },
    ]);
  });

  it('draws nothing of nothing', () => {
    expect(overviewBars([], 10)).toEqual([{ all: 0, bad: 0 }]);
    expect(overviewBars([part(0), part(0)], 10)).toEqual([
      { all: 0, bad: 0 },
      { all: 0, bad: 0 },
    ]);
  });
});
