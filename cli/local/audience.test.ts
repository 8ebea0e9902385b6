import { describe, expect, it } from 'vitest';
import { Audience, PATIENCE_MS } from './audience';

describe('the audience', () => {
  it('listens from its first request until a while after its last', () => {
    let nowMs = 0;
    const audience = new Audience(() => nowMs);
    expect(audience.listening).toBe(false);
    const first = audience.asked();
    const second = audience.asked();
    first();
    nowMs = 10 * PATIENCE_MS;
    expect(audience.listening).toBe(true);
    second();
    nowMs += PATIENCE_MS - 1;
    expect(audience.listening).toBe(true);
    nowMs += 1;
    expect(audience.listening).toBe(false);
  });

  it('is waited for until it comes, or until all is stopped', async () => {
    const audience = new Audience(() => 0);
    const stop = new AbortController();
    const arrived = audience.arrival(stop.signal);
    audience.asked();
    await arrived;
    const empty = new Audience(() => 0);
    const stopped = empty.arrival(stop.signal);
    stop.abort();
    await stopped;
    expect(empty.listening).toBe(false);
  });
});
