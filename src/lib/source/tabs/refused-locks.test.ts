import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, settled } from './fixtures/fake-browser';
import { FakeQueue } from './fixtures/fake-queue';
import { ListeningTab } from './fixtures/listening-tab';
import { SoundPlace } from './sound-place';
import { browserTabs, type TabLocks } from './tabs';

/** What a browser says to a page of an opaque origin, such as one in a sandboxed frame. */
const refuse = () => new DOMException('no locks for this origin', 'SecurityError');

const REFUSING: Record<string, TabLocks['request']> = {
  rejects: () => Promise.reject(refuse()),
  throws: () => {
    throw refuse();
  },
};

afterEach(() => vi.unstubAllGlobals());

describe.each(Object.entries(REFUSING))('where the browser %s a claim of a lock', (_, request) => {
  function refusingBrowser(): FakeBrowser {
    const browser = new FakeBrowser();
    browser.locks.of = () => ({ request });
    return browser;
  }

  it('a tab reads alone, and again after a pause', async () => {
    const [browser, queue, journal] = [refusingBrowser(), new FakeQueue(), []];
    const tab = new ListeningTab(0, browser, queue, journal);
    for (const heard of [3, 6]) {
      tab.play();
      queue.send(3);
      await settled();
      expect([tab.ended, tab.heard.length, queue.undeleted]).toEqual(['running', heard, 0]);
      tab.source.tryNow();
      tab.pause();
      await settled();
      expect(tab.ended).toBe('ended');
    }
    expect([tab.reader.tries, browser.listening]).toEqual([2, []]);
  });

  it('a tab sounds', async () => {
    const browser = refusingBrowser();
    const place = new SoundPlace('queue', browser.tab(0));
    const told: boolean[] = [];
    place.onChange((here) => told.push(here));
    for (const begin of [() => place.join(), () => place.takeHere()]) {
      await begin();
      await settled();
      expect([place.here, browser.listening]).toEqual([true, []]);
      place.release();
    }
    expect(told).toEqual([]);
  });
});

it('no tabs are reached where the browser refuses a channel', () => {
  const close = vi.fn();
  vi.stubGlobal('navigator', { locks: { request: REFUSING['rejects'] } });
  const channel = vi.fn(function (this: { close: () => void }) {
    this.close = close;
  });
  vi.stubGlobal('BroadcastChannel', channel);
  expect(browserTabs()).not.toBeNull();
  expect(close).toHaveBeenCalledTimes(1);
  channel.mockImplementation(() => {
    throw refuse();
  });
  expect(browserTabs()).toBeNull();
});
