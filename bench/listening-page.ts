import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Response } from '@playwright/test';
import { ensureBrowser } from '../cli/browser';

const VIEWPORT = { width: 1440, height: 900 };

export interface ListeningPage {
  readonly page: Page;
  /** From the click to the first note, in milliseconds. */
  readonly clickToNoteMs: number;
  /** Gzipped bytes of all the JavaScript that was loaded before the first note. */
  readonly scriptBytes: number;
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
}

/** Reads one of the page's counters. */
export async function counter(page: Page, name: string): Promise<number> {
  return Number((await page.getByTestId(name).first().textContent())?.replaceAll(',', ''));
}

/** Opens the welcome page, clicks once, and waits for the first note. */
export async function listen(
  browser: Browser,
  address: string,
  button: RegExp,
): Promise<ListeningPage> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const scripts: Promise<number>[] = [];
  const collect = (response: Response): void => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  };
  page.on('response', collect);
  await page.goto(address, { waitUntil: 'networkidle' });
  const clicked = performance.now();
  await page
    .getByRole('button', { name: button })
    .or(page.getByRole('link', { name: button }))
    .first()
    .click();
  await page.waitForFunction(
    () =>
      Number(
        document.querySelector('[data-testid="notes-played"]')?.textContent?.replace(/,/g, '') ?? 0,
      ) > 0,
    undefined,
    { polling: 'raf', timeout: 20_000 },
  );
  const clickToNoteMs = performance.now() - clicked;
  page.off('response', collect);
  const scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  return { page, clickToNoteMs, scriptBytes };
}
