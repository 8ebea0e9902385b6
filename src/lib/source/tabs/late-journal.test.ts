import { describe, expect, it } from 'vitest';
import { FakeBrowser, settled } from './fixtures/fake-browser';
import { FakeQueue } from './fixtures/fake-queue';
import { ListeningTab } from './fixtures/listening-tab';

/** Two tabs, of which the first reads, has taken three messages, and waits for its journal until it is let go on. */
async function waitingForJournal() {
  const [browser, queue, journal] = [new FakeBrowser(), new FakeQueue(), []];
  const [one, two] = [0, 1].map((tab) => new ListeningTab(tab, browser, queue, journal));
  if (!one || !two) throw new Error('two tabs');
  one.play();
  await settled();
  two.play();
  await settled();
  let goOn: () => void = () => undefined;
  one.journalReady = new Promise((resolve) => (goOn = resolve));
  queue.send(3);
  await settled();
  return { browser, queue, one, two, goOn: () => goOn() };
}

describe('a tab that is paused while its journal is slower than others wait for it', () => {
  it('still tells the others what it deletes', async () => {
    const { browser, queue, one, two, goOn } = await waitingForJournal();
    one.pause();
    await browser.pass(1_000);
    expect([one.ended, two.readBy, two.heard]).toEqual(['ended', 'this', []]);
    goOn();
    await settled();
    expect([queue.undeleted, two.heard.length]).toEqual([0, 3]);
    two.pause();
  });

  it('leaves the others when that is done', async () => {
    const { browser, one, two, goOn } = await waitingForJournal();
    one.pause();
    await browser.pass(1_000);
    expect(browser.listening).toEqual([0, 1]);
    goOn();
    await settled();
    expect(browser.listening).toEqual([1]);
    two.pause();
  });

  it('hears in its next run no second time what it tells late', async () => {
    const { browser, one, two, goOn } = await waitingForJournal();
    one.pause();
    await browser.pass(1_000);
    one.play();
    await settled();
    goOn();
    await settled();
    expect([one.heard.length, two.heard.length, one.readBy]).toEqual([3, 3, 'another']);
    one.pause();
    two.pause();
  });
});
