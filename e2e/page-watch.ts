import { expect, type Page } from '@playwright/test';

/** Collects what must not happen on a page: console errors, uncaught errors, failed requests. */
export interface PageWatch {
  readonly troubles: readonly string[];
}

/** Requests that a page ends itself when it pauses or closes are no failures. */
const ENDED_BY_US = 'net::ERR_ABORTED';

export function watch(page: Page): PageWatch {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== ENDED_BY_US) troubles.push(`failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return { troubles };
}

/** Reads one of the page's counters as a number. */
export async function counter(page: Page, name: string): Promise<number> {
  const text = (await page.getByTestId(name).first().textContent()) ?? '';
  return Number(text.replaceAll(',', ''));
}

/** Waits until a counter has reached a value. */
export async function counterReaches(page: Page, name: string, value: number): Promise<void> {
  await expect
    .poll(() => counter(page, name), { timeout: 20_000, message: `${name} reaches ${value}` })
    .toBeGreaterThanOrEqual(value);
}
