import { describe, expect, it } from 'vitest';
import { LightPoll } from './connecting-poll';

/** A poll whose readings are noted, each with whether it still reads. */
function polling() {
  const reads: AbortSignal[] = [];
  const poll = new LightPoll((signal) => {
    reads.push(signal);
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
  });
  return { poll, reading: () => reads.map(({ aborted }) => !aborted) };
}

describe('the reading for the Connect page', () => {
  it('goes on while the page is open', () => {
    const { poll, reading } = polling();
    expect(reading()).toEqual([]);
    poll.want(true);
    poll.want(true);
    expect(reading()).toEqual([true]);
    poll.want(false);
    expect(reading()).toEqual([false]);
  });

  it('gives way to a session that plays, and goes on after it: never two readers', () => {
    const { poll, reading } = polling();
    poll.want(true);
    poll.sessionBegins();
    expect(reading()).toEqual([false]);
    poll.sessionEnds();
    expect(reading()).toEqual([false, true]);
    poll.want(false);
  });

  it('does not begin while a session plays', () => {
    const { poll, reading } = polling();
    poll.sessionBegins();
    poll.want(true);
    expect(reading()).toEqual([]);
    poll.sessionEnds();
    expect(reading()).toEqual([true]);
    poll.want(false);
  });

  it('tells why it ended by itself, and may be wanted again', async () => {
    const told: unknown[] = [];
    const error = Object.assign(new Error('You are signed out.'), { resolution: 'Sign in again.' });
    const poll = new LightPoll(
      () => Promise.reject(error),
      (failure) => told.push(failure),
    );
    poll.want(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([null, { message: error.message, resolution: error.resolution }]);
    poll.want(true);
    expect(told).toHaveLength(3);
  });
});
