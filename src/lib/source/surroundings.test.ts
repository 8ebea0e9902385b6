import { afterEach, describe, expect, it, vi } from 'vitest';
import { REAL_SURROUNDINGS } from './surroundings';

afterEach(() => vi.unstubAllGlobals());

describe('the real surroundings', () => {
  it(
    'wake a sleeper when the signal aborts, and let none sleep after it',
    { timeout: 5_000 },
    async () => {
      const stop = new AbortController();
      const asleep = REAL_SURROUNDINGS.sleep(3_600_000, stop.signal);
      stop.abort();
      await asleep;
      await REAL_SURROUNDINGS.sleep(3_600_000, stop.signal);
    },
  );

  it('hear of the network from the browser', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    vi.stubGlobal('navigator', { onLine: false });
    expect(REAL_SURROUNDINGS.isOnline()).toBe(false);
    const back = REAL_SURROUNDINGS.nextOnline(new AbortController().signal);
    page.dispatchEvent(new Event('online'));
    await back;
  });
});
