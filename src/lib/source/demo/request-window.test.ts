import { describe, expect, it } from 'vitest';
import { RequestWindow } from './request-window';

describe('the requests of the last seconds', () => {
  it('give rate, failures and latency, and forget what is older', () => {
    const window = new RequestWindow(10_000);
    for (let at = 0; at < 10; at += 1) window.add(at * 1_000, at % 2 === 0, at * 100);
    expect(window.rate(9_000)).toBe(1);
    expect(window.failures(9_000)).toBe(5);
    expect(window.p90LatencyMs(9_000)).toBe(900);
    expect(window.failures(16_000)).toBe(1);
    expect(window.rate(30_000)).toBe(0);
    expect(window.p90LatencyMs(30_000)).toBe(0);
  });
});
