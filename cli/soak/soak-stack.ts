import { resolve } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { ensureBrowser } from '../browser';
import { Audience } from '../local/audience';
import { startLocalQueue, type LocalQueue } from '../local/local-queue';
import { builtSite } from '../local/site';
import { serveSite } from '../local/site-server';
import type { FaultDealer } from './fault-dealer';
import { startFaultProxy, type Asked, type FaultProxy } from './fault-proxy';

const ROOT = resolve(import.meta.dirname, '../..');
const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** Small, so that the two cores are spent on messages: without a graphics card every pixel is painted by them. */
const VIEWPORT = { width: 900, height: 300 };

/** A queue, the built site, the proxy before both, and a browser; all of it on this machine. */
export interface SoakStack {
  readonly queue: LocalQueue;
  readonly proxy: FaultProxy;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** @param dealer says which fault befalls which request; null for none. */
export async function startSoakStack(
  dealer: FaultDealer | null,
  seed: number,
  onAsked: (asked: Asked) => void,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<SoakStack> {
  const endings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of endings.reverse()) await end().catch(() => undefined);
  };
  try {
    const queue = await startLocalQueue();
    endings.push(() => queue.close());
    const folder = await builtSite(ROOT, signal, () => say('Building the site …'));
    const audience = new Audience(() => performance.now());
    const site = await serveSite(folder, queue.endpoint, 0, audience);
    endings.push(() => site.close());
    const proxy = await startFaultProxy({
      queue: queue.endpoint,
      site: site.address,
      dealer,
      seed,
      onAsked,
    });
    endings.push(() => proxy.close());
    const browser = await chromium.launch({
      executablePath: await ensureBrowser(),
      args: BROWSER_ARGS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    endings.push(() => browser.close());
    return { queue, proxy, context: await browser.newContext({ viewport: VIEWPORT }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
