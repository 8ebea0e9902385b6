import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Figure, quantileOf } from './figure';
import { type LogFolder, writeLogFolder } from './recording-files';
import { serveStage } from './recording-stage/serve-stage';
import { peakMemory } from './renderer-memory';

const TEXT_BYTES = 500 * 1_000_000;
const CANCEL_AFTER_MS = 1_500;
const IDLE_MS = 10_000;
/** Half a minute of music. */
const READ_SLOTS = 192;

function figure(name: string, unit: string, atMost: number, value: number): Figure {
  return quantileOf(name, unit, { atMost }, [value], 0.5);
}

async function openStage(browser: Browser, url: string, folder: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('input').setInputFiles(folder);
  await page.waitForTimeout(1_000);
  return page;
}

/** Reading, planning, reading on and seeking in one folder of logs. */
async function played(page: Page, written: LogFolder): Promise<Figure[]> {
  const idle = await page.evaluate((ms) => window.recordingStage.idle(ms), IDLE_MS);
  const memory = peakMemory();
  const opened = await page.evaluate(() => window.recordingStage.open());
  const rss = memory.end();
  const { events, duplicates } = opened.result;
  console.log(`${written.files} files, ${written.records} records:`, opened.result, rss);
  if (events !== written.records || duplicates > 0)
    throw new Error(`${events} of ${written.records} events were read`);
  const plan = await page.evaluate(() =>
    window.recordingStage.plan({ speed: 60, skipSilences: true }),
  );
  const { slots } = plan.result;
  const read = await page.evaluate(
    ([from, to]) => window.recordingStage.read(from!, to!),
    [slots >> 1, (slots >> 1) + READ_SLOTS],
  );
  const seek = await page.evaluate((slot) => window.recordingStage.stateAt(slot), slots - 1);
  const again = await page.evaluate((slot) => window.recordingStage.stateAt(slot), slots >> 1);
  console.log(`${slots} slots, ${read.result} events read`);
  return [
    figure('500 MB of logs read', 's', 60, opened.seconds),
    figure('worst frame while reading', 'ms', 50, opened.worstFrameMs),
    figure('worst frame of the same page, idle', 'ms', 50, idle.worstFrameMs),
    figure('longest task of the page while reading', 'ms', 50, opened.longestTaskMs),
    figure('renderer above its start', 'MB', 300, rss.rendererMb),
    figure('browser process above its start', 'MB', 300, rss.browserMb),
    figure('plan of it, at 60 ×', 's', 3, plan.seconds),
    figure('30 s of music read on', 's', 1, read.seconds),
    figure('first seek, to the end', 's', 30, seek.seconds),
    figure('next seek, to the middle', 's', 1, again.seconds),
    figure('longest task of the page while seeking', 'ms', 50, seek.longestTaskMs),
  ];
}

/** How a folder of 500 MB of CloudTrail logs is read: seconds, memory, and the worst frame meanwhile. */
export async function recordingFigures(browser: Browser): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const stage = await serveStage();
  try {
    const written = writeLogFolder(folder, TEXT_BYTES);
    const page = await openStage(browser, stage.url, folder);
    const cancelMs = await page.evaluate((ms) => window.recordingStage.cancel(ms), CANCEL_AFTER_MS);
    const figures = await played(page, written);
    await page.close();
    return [figure('cancelling the reading', 'ms', 100, cancelMs), ...figures];
  } finally {
    await stage.stop();
    rmSync(folder, { recursive: true });
  }
}
