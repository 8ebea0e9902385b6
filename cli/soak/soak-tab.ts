import type { BrowserContext, CDPSession, Page } from '@playwright/test';

const PATIENCE_MS = 30_000;

/** How a tab that reads is disturbed. */
export const DISTURBANCES = ['crash', 'close', 'reload'] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** One tab with the real page in it, which names itself in its requests. */
export class SoakTab {
  readonly name: string;
  readonly #page: Page;
  readonly #inspector: CDPSession;

  private constructor(name: string, page: Page, inspector: CDPSession) {
    this.name = name;
    this.#page = page;
    this.#inspector = inspector;
  }

  /** Opens the welcome page and clicks "listen". */
  static async open(context: BrowserContext, address: string, serial: number): Promise<SoakTab> {
    const page = await context.newPage();
    const inspector = await context.newCDPSession(page);
    const name = `soak-tab/${serial}`;
    await inspector.send('Emulation.setUserAgentOverride', { userAgent: name });
    await inspector.send('Performance.enable');
    await page.goto(address);
    await page.getByRole('button', { name: /your queue/i }).click();
    const tab = new SoakTab(name, page, inspector);
    await tab.#listening();
    return tab;
  }

  /** Ends the tab, or loads its page anew and clicks again; whether it goes on. */
  async disturb(how: Disturbance): Promise<boolean> {
    if (how === 'reload') {
      await this.#page.reload();
      await this.#page.getByRole('button', { name: 'Listen', exact: true }).click();
      await this.#listening();
      return true;
    }
    if (how === 'crash') {
      const crashed = this.#page.waitForEvent('crash', { timeout: PATIENCE_MS });
      this.#inspector.send('Page.crash').catch(() => undefined);
      await crashed;
    }
    await this.#page.close();
    return false;
  }

  /** What the page's scripts hold after a garbage collection, in MB. */
  async heapMB(): Promise<number> {
    await this.#inspector.send('HeapProfiler.collectGarbage');
    return ((await this.#metrics()).get('JSHeapUsedSize') ?? 0) / 2 ** 20;
  }

  /** How many seconds the page's main thread has worked. */
  async busySeconds(): Promise<number> {
    return (await this.#metrics()).get('TaskDuration') ?? 0;
  }

  /** One of the page's counters. */
  async counter(name: string): Promise<number> {
    const text = await this.#page.getByTestId(name).first().textContent();
    return Number((text ?? '').replaceAll(',', ''));
  }

  async #metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.#inspector.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }

  /** Until the page shows its counters, which it does when it listens. */
  async #listening(): Promise<void> {
    await this.#page.getByTestId('events-heard').first().waitFor({
      state: 'attached',
      timeout: PATIENCE_MS,
    });
  }
}
