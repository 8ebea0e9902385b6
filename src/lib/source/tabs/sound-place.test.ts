import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBrowser, settled } from './fixtures/fake-browser';
import { SoundPlace } from './sound-place';

let browser: FakeBrowser;
let places: SoundPlace[];

beforeEach(() => {
  [browser, places] = [new FakeBrowser(), []];
});

async function joined(): Promise<SoundPlace> {
  const place = new SoundPlace('queue', browser.tab(places.length));
  places.push(place);
  await place.join();
  return place;
}

/** Which of the tabs sound, when all has settled. */
async function sounding(): Promise<number[]> {
  await settled();
  return places.flatMap((place, tab) => (place.here ? [tab] : []));
}

describe('the sound of several tabs', () => {
  it('is in the first that plays', async () => {
    await joined();
    const second = await joined();
    expect(second.here).toBe(false);
    await joined();
    expect(await sounding()).toEqual([0]);
  });

  it('goes to the tab that asks, and back, and each is told', async () => {
    const [first, second] = [await joined(), await joined()];
    const told: [string, boolean][] = [];
    first.onChange((here) => told.push(['first', here]));
    const end = second.onChange((here) => told.push(['second', here]));
    await second.takeHere();
    expect(await sounding()).toEqual([1]);
    await second.takeHere();
    await first.takeHere();
    expect(await sounding()).toEqual([0]);
    expect(told.toSorted()).toEqual([
      ['first', false],
      ['first', true],
      ['second', false],
      ['second', true],
    ]);
    end();
    await second.takeHere();
    expect(await sounding()).toEqual([1]);
    expect(told).toHaveLength(5);
  });

  it('is in one tab when two ask at once', async () => {
    const [, second, third] = [await joined(), await joined(), await joined()];
    await Promise.all([second.takeHere(), third.takeHere()]);
    expect(await sounding()).toHaveLength(1);
  });

  it('goes on in the tab that has followed the longest when its own is closed', async () => {
    await joined();
    await joined();
    await joined();
    browser.crash(0);
    places[0] = { here: false } as SoundPlace;
    expect(await sounding()).toEqual([1]);
  });

  it('comes nowhere else when its own is paused, nor when that is closed then', async () => {
    const [first] = [await joined(), await joined()];
    first.release();
    await browser.pass(1_000);
    expect(browser.locks.holder('queue')).toBeUndefined();
    browser.crash(0);
    await browser.pass(1_000);
    expect(places[1]!.here).toBe(false);
    expect(browser.locks.holder('queue')).toBeUndefined();
  });

  it('comes back when its own plays on, whether at once or later', async () => {
    const [first, second] = [await joined(), await joined()];
    first.release();
    await first.join();
    expect(await sounding()).toEqual([0]);
    first.release();
    await browser.pass(1_000);
    await first.join();
    expect(await sounding()).toEqual([0]);
    browser.crash(0);
    await settled();
    expect(second.here).toBe(true);
  });

  it('can be asked for where the one that had it is paused, and by one that does not play yet', async () => {
    const [first, second] = [await joined(), await joined()];
    first.release();
    await browser.pass(1_000);
    await second.takeHere();
    expect(second.here).toBe(true);
    await first.takeHere();
    expect(await sounding()).toEqual([0]);
  });

  it('stays away from a tab that left before it came', async () => {
    const [first, second] = [await joined(), await joined()];
    second.release();
    browser.crash(0);
    await browser.pass(1_000);
    expect([first.here, second.here]).toEqual([true, false]);
    expect(browser.locks.holder('queue')).toBeUndefined();
  });

  it('is in every tab where they cannot reach each other', async () => {
    const alone = new SoundPlace('queue', null);
    await alone.join();
    alone.release();
    await alone.takeHere();
    expect(alone.here).toBe(true);
  });
});
