import { describe, expect, it, vi } from 'vitest';
import { listenInHeldWorld } from './fixtures/held-listening';

const MINUTE_MS = 60_000;
const MISSING = { name: 'QueueDoesNotExist', $metadata: { httpStatusCode: 400 } };

/** A source whose queue is missing. */
function listenToNothing(repair: (signal: AbortSignal) => Promise<void>) {
  const listening = listenInHeldWorld({ repair });
  listening.queue.fault = () => MISSING;
  return { ...listening, missing: () => listening.listener.of('miss') };
}

describe('a queue that is missing', () => {
  it('is made again, and tried at once when that is done', async () => {
    const repair = vi.fn(async () => {
      queue.fault = () => null;
    });
    const { world, queue, listener, missing, stop, run } = listenToNothing(repair);
    const ended = run();
    await world.pass(100);
    expect(repair).toHaveBeenCalledTimes(1);
    expect(missing()).toMatchObject([{ cause: 'queue-missing', code: 'QueueDoesNotExist' }]);
    expect(listener.of('check').length).toBe(1);
    stop.abort();
    await ended;
  });

  it('is repaired once an outage, then every ten minutes at most, and tried slowly meanwhile', async () => {
    const repair = vi.fn(async () => undefined);
    const { world, queue, missing, stop, run } = listenToNothing(repair);
    const ended = run();
    await world.pass(9 * MINUTE_MS);
    expect(repair).toHaveBeenCalledTimes(1);
    const tries = queue.count('receive');
    expect(missing()).toHaveLength(tries);
    expect(tries).toBeGreaterThan(9);
    expect(tries).toBeLessThan(20);
    await world.pass(3 * MINUTE_MS);
    expect(repair).toHaveBeenCalledTimes(2);
    queue.fault = () => null;
    await world.pass(3 * MINUTE_MS);
    queue.fault = () => MISSING;
    await world.pass(MINUTE_MS);
    expect(repair).toHaveBeenCalledTimes(3);
    stop.abort();
    await ended;
  });

  it('and cannot be made is told with the reason, and nothing is thrown', async () => {
    const refused = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    const { world, missing, stop, run } = listenToNothing(() => Promise.reject(refused));
    const ended = run();
    await world.pass(1_000);
    expect(missing()).toMatchObject([
      { cause: 'queue-missing', code: 'QueueDoesNotExist', retryInMs: 2_500 },
      { cause: 'queue-missing', code: 'AccessDeniedException', retryInMs: 2_500 },
    ]);
    stop.abort();
    await ended;
  });

  it('is not repaired twice at once, and no longer when the source is stopped', async () => {
    let heard: AbortSignal | null = null;
    const repair = vi.fn((signal: AbortSignal) => {
      heard = signal;
      return new Promise<void>((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      );
    });
    const { world, listener, stop, run } = listenToNothing(repair);
    const ended = run();
    await world.pass(30 * MINUTE_MS);
    expect(repair).toHaveBeenCalledTimes(1);
    stop.abort();
    await ended;
    expect(heard!.aborted).toBe(true);
    const told = listener.reports.length;
    await world.pass(MINUTE_MS);
    expect(listener.reports).toHaveLength(told);
  });
});
