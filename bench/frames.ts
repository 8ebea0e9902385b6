import type { Browser, Page } from '@playwright/test';
import { type Figure, medianOf } from './figure';
import { counter, listen } from './listening-page';
import type { LocalStack } from './local-stack';
import { mixedBody } from './sample-events';

const SETTLE_MS = 10_000;
const RUN_SECONDS = 5;
const RUNS = 5;
const TICK_MS = 100;

/** Sends events at a rate until told to stop. Gives how many it sent. */
export function traffic(stack: LocalStack, ratePerSecond: number): () => Promise<number> {
  let on = true;
  let serial = 0;
  const started = performance.now();
  const sending = (async () => {
    while (on) {
      const due = Math.floor(((performance.now() - started) / 1_000) * ratePerSecond);
      const bodies: string[] = [];
      while (serial < due) bodies.push(mixedBody(serial++, Date.now()));
      await stack.send(bodies);
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    return serial;
  })();
  return () => {
    on = false;
    return sending;
  };
}

/**
 * Animation frames a second over some seconds. The counter is an object: functions with names of their own
 * do not survive the way into the page.
 */
export function framesPerSecond(page: Page, seconds: number): Promise<number> {
  return page.evaluate(
    (length) =>
      new Promise<number>((resolve) => {
        const counter = {
          frames: -1,
          from: performance.now(),
          step(at: number): void {
            if (counter.frames++ < 0) counter.from = at;
            const elapsed = at - counter.from;
            if (elapsed >= length * 1_000) resolve((counter.frames * 1_000) / elapsed);
            else requestAnimationFrame(counter.step);
          },
        };
        requestAnimationFrame(counter.step);
      }),
    seconds,
  );
}

/** Frames a second and DOM nodes while events stream in at a rate. */
export async function frames(browser: Browser, stack: LocalStack, rate: number): Promise<Figure[]> {
  const { page } = await listen(browser, stack.address, /your queue/i);
  const before = await counter(page, 'events-heard');
  const stop = traffic(stack, rate);
  await page.waitForTimeout(SETTLE_MS);
  const fps: number[] = [];
  const nodes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    fps.push(await framesPerSecond(page, RUN_SECONDS));
    nodes.push(await page.evaluate(() => document.querySelectorAll('*').length));
  }
  const sent = await stop();
  await page.waitForTimeout(3_000);
  const heard = (await counter(page, 'events-heard')) - before;
  console.log(`${rate} events/s: ${sent} sent, ${heard} heard`);
  await page.close();
  return [
    medianOf(`frames at ${rate} events/s`, 'fps', { atLeast: 50 }, fps),
    medianOf(`DOM nodes at ${rate} events/s`, 'nodes', { atMost: 1_500 }, nodes),
  ];
}
