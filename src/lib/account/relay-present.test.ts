import { beforeEach, describe, expect, it } from 'vitest';
import { RelayPresent } from './relay-present';

const AT = 1_700_000_000_000;
const HOUR_MS = 3_600_000;

let present: RelayPresent;
beforeEach(() => {
  present = new RelayPresent();
});

/** How many of some messages that were sent so long ago are of now. */
function arrive(at: number, count: number, waitedMs: number): number {
  present.hear({ kind: 'check', at, received: count, full: count === 10 });
  const body = { text: '', messageId: 'm', sentAt: at - waitedMs };
  return count === 0 ? 0 : present.ofNow(Array(count).fill(body), at).length;
}

describe('what is of now', () => {
  it('is nothing that had waited for long while a backlog is taken, to its last message', () => {
    expect(arrive(AT, 10, HOUR_MS)).toBe(0);
    expect(arrive(AT + 100, 10, HOUR_MS)).toBe(0);
    expect(arrive(AT + 200, 4, HOUR_MS)).toBe(0);
    expect(arrive(AT + 300, 10, 100)).toBe(10);
  });

  it('is what has just been sent, though more waits', () => {
    expect(arrive(AT, 10, 110_000)).toBe(10);
  });

  it('is whatever comes once nothing waits, whatever the clock of this computer says', () => {
    arrive(AT, 0, 0);
    expect(arrive(AT + 1_000, 2, HOUR_MS)).toBe(2);
  });

  it('is judged by the wait again after a failure, and after a sleep', () => {
    arrive(AT, 0, 0);
    present.hear({ kind: 'miss', at: AT, cause: 'offline', code: '', retryInMs: 1 });
    expect(arrive(AT + 1_000, 3, HOUR_MS)).toBe(0);
    arrive(AT + 2_000, 0, 0);
    expect(arrive(AT + HOUR_MS, 3, HOUR_MS)).toBe(0);
  });
});
