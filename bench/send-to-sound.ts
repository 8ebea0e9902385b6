import type { Browser, Page } from '@playwright/test';
import { type Figure, quantileOf } from './figure';
import { counter, listen } from './listening-page';
import type { LocalStack } from './local-stack';
import { uploadBody } from './sample-events';

const EVENTS = 60;
const WARM_UP = 5;
const SECOND_MS = 1_000;

/** Waits for this very event, however long it takes: a slow one must not be hidden behind the one before. */
async function heardMoreThan(page: Page, events: number): Promise<void> {
  await page.waitForFunction(
    (before) =>
      Number(document.querySelector('[data-testid="events-heard"]')?.textContent) > before,
    events,
    { polling: 'raf', timeout: 30_000 },
  );
}

/**
 * From the moment before a message is sent to the moment it leaves the loudspeaker, at one event a second.
 * The page's own `lag` counter tells it: event time to sound, the audio output's latency included.
 */
export async function sendToSound(browser: Browser, stack: LocalStack): Promise<Figure[]> {
  const { page } = await listen(browser, stack.address, /your queue/i);
  const lags: number[] = [];
  for (let serial = 0; serial < WARM_UP + EVENTS; serial++) {
    const due = performance.now() + SECOND_MS;
    const heard = await counter(page, 'events-heard');
    await stack.send([uploadBody(serial, Date.now())]);
    await heardMoreThan(page, heard);
    if (serial >= WARM_UP) lags.push((await counter(page, 'lag')) * SECOND_MS);
    // A different moment of the bar each time: the grid's wait is part of the figure.
    await page.waitForTimeout(Math.max(0, due - performance.now()) + (serial % 7) * 23);
  }
  await page.close();
  return [quantileOf('send to sound, local queue, 1 event/s', 'ms', { atMost: 400 }, lags, 0.95)];
}
