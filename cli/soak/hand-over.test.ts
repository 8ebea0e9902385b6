import { describe, expect, it } from 'vitest';
import { HandOver } from './hand-over';

function receive(userAgent: string, atMs: number) {
  return { action: 'ReceiveMessage', userAgent, atMs };
}

describe('the hand-over between tabs', () => {
  it('lasts from the end of one tab to the first receive of another', () => {
    const handOver = new HandOver();
    handOver.heard(receive('one', 10));
    handOver.ends('one', 100);
    handOver.heard(receive('one', 105));
    handOver.heard({ action: 'DeleteMessageBatch', userAgent: 'two', atMs: 110 });
    handOver.heard(receive('two', 180));
    handOver.heard(receive('two', 500));
    expect(handOver.p95Ms).toBe(80);
    expect(handOver.reader).toBe('two');
  });

  it('has a 95th percentile by nearest rank', () => {
    const handOver = new HandOver();
    for (let turn = 1; turn <= 20; turn++) {
      handOver.ends('old', 0);
      handOver.heard(receive('new', turn));
    }
    expect(handOver.p95Ms).toBe(19);
  });

  it('took no time where there was none', () => {
    const handOver = new HandOver();
    handOver.heard(receive('one', 10));
    expect(handOver.p95Ms).toBeNull();
  });
});
