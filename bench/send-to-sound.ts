import type { Browser } from '@playwright/test';
import { type Figure, quantileOf } from './figure';
import { counter, listen } from './listening-page';
import type { LocalStack } from './local-stack';
import { uploadBody } from './sample-events';

const EVENTS = 60;
const WARM_UP = 5;
const SECOND_MS = 1_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * From the moment before a message is sent to the moment it leaves the loudspeaker, at one event a second.
 * The page's own `lag` counter tells it: event time to sound, the audio output's latency included.
 */
export async function sendToSound(browser: Browser, stack: LocalStack): Promise<Figure[]> {
  const { page } = await listen(browser, stack.address, /your queue/i);
  const lags: number[] = [];
  for (let serial = 0; serial < WARM_UP + EVENTS; serial++) {
    const due = performance.now() + SECOND_MS;
    await stack.send([uploadBody(serial, Date.now())]);
    // A different moment of the bar each time: the grid's wait is part of the figure.
    await sleep(due - performance.now() + (serial % 7) * 23);
    if (serial >= WARM_UP) lags.push((await counter(page, 'lag')) * SECOND_MS);
  }
  await page.close();
  return [quantileOf('send to sound, local queue, 1 event/s', 'ms', { atMost: 400 }, lags, 0.95)];
}
