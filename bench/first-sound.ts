import type { Browser } from '@playwright/test';
import { type Figure, medianOf } from './figure';
import { listen } from './listening-page';

const RUNS = 5;

/** From the click to the first note, and the JavaScript that it took, for one of the welcome page's buttons. */
export async function firstSound(
  browser: Browser,
  address: string,
  name: string,
  button: RegExp,
): Promise<Figure[]> {
  const waits: number[] = [];
  const bytes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { page, clickToNoteMs, scriptBytes } = await listen(browser, address, button);
    waits.push(clickToNoteMs);
    bytes.push(scriptBytes / 1_000);
    await page.close();
  }
  return [
    medianOf(`click to first note, ${name}`, 'ms', { atMost: 2_000 }, waits),
    medianOf(`JavaScript before the first note, ${name}`, 'KB gz', { atMost: 250 }, bytes),
  ];
}
