import { resolve } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { ensureBrowser } from '../browser';
import { Audience } from '../local/audience';
import { startLocalQueue, type LocalQueue } from '../local/local-queue';
import { builtSite } from '../local/site';
import { serveSite } from '../local/site-server';
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

/** A queue, the built site, the proxy before both, and a browser; all of it on this machine. */
export interface SoakStack {
  readonly queue: LocalQueue;
  readonly proxy: FaultProxy;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** @param seed decides the faults; null for none. */
export async function startSoakStack(
  seed: number | null,
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
    return { queue, proxy, context: await browser.newContext(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
