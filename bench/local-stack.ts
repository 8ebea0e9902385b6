import { fileURLToPath } from 'node:url';
import { Audience } from '../cli/local/audience';
import { startLocalQueue } from '../cli/local/local-queue';
import { builtSite } from '../cli/local/site';
import { serveSite } from '../cli/local/site-server';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MESSAGES_A_BATCH = 10;

export interface LocalStack {
  readonly address: string;
  /** Puts bodies on the local queue, ten a time. */
  send(bodies: readonly string[]): Promise<void>;
  /** How many messages wait on the queue. */
  waiting(): Promise<number>;
  /** Takes every message off the queue. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the queue and the site of `npm start` without its feeder, so that the benchmark alone sends. */
export async function startLocalStack(): Promise<LocalStack> {
  const folder = await builtSite(ROOT, new AbortController().signal, () =>
    console.log('Building the site …'),
  );
  const queue = await startLocalQueue();
  const site = await serveSite(folder, queue.endpoint, 0, new Audience(() => performance.now()));
  return {
    address: site.address,
    async send(bodies) {
      for (let from = 0; from < bodies.length; from += MESSAGES_A_BATCH)
        await queue.send(bodies.slice(from, from + MESSAGES_A_BATCH));
    },
    waiting: async () => (await queue.depth()).waiting,
    clear: () => queue.clear(),
    async stop() {
      await site.close();
      await queue.close();
    },
  };
}
