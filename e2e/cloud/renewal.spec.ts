import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { counter } from '../page-watch';
import { test } from './cloud-stage';
import { ACCOUNT, alarm, connect, feedOf, signUp, subOf } from './visitor';

/** A page asks for others every half minute as soon as less than five are left: these last a little longer. */
const LIFETIME_SECONDS = 36;
const LISTENED_SECONDS = 44;
const BETWEEN_EVENTS_SECONDS = 2;

interface Starts {
  started: number;
  late: number;
}

/** Counts the sounds that are started, and those whose time is already over then. */
async function countStarts(page: Page): Promise<() => Promise<Starts>> {
  await page.addInitScript(() => {
    const starts = { started: 0, late: 0 };
    Object.assign(globalThis, { starts });
    for (const kind of [AudioBufferSourceNode, OscillatorNode]) {
      const { start } = kind.prototype;
      kind.prototype.start = function (when = 0, ...rest: number[]) {
        starts.started += 1;
        if (when > 0 && when < this.context.currentTime) starts.late += 1;
        return Reflect.apply(start, this, [when, ...rest]);
      };
    }
  });
  return () => page.evaluate(() => (globalThis as unknown as { starts: Starts }).starts);
}

/** The access keys by which the queue was asked, and the answers that were refusals. */
function watchReceives(page: Page) {
  const keys = new Set<string>();
  const refusals: number[] = [];
  page.on('response', (response) => {
    const headers = response.request().headers();
    if (!headers['x-amz-target']?.startsWith('AmazonSQS.')) return;
    keys.add(/Credential=([^/]+)/.exec(headers['authorization'] ?? '')?.[1] ?? '');
    if (response.status() >= 400) refusals.push(response.status());
  });
  return { keys, refusals };
}

test('credentials are renewed while the music plays: nothing is refused, no note is late', async ({
  page,
  stage,
}) => {
  test.setTimeout(120_000);
  const startsOf = await countStarts(page);
  const { keys, refusals } = watchReceives(page);
  await stage.setFaults({ credentialsSeconds: LIFETIME_SECONDS });
  try {
    await signUp(page, stage, 'renewal@example.com');
    const feed = feedOf(stage, await subOf(page));
    await connect(page, stage);
    await page.getByRole('button', { name: 'Start listening' }).click();
    await page.waitForURL('**/listen');
    const sent = LISTENED_SECONDS / BETWEEN_EVENTS_SECONDS;
    for (let nth = 0; nth < sent; nth += 1) {
      await stage.putFromConnector(feed, alarm(randomUUID(), `alarm-${nth}`), ACCOUNT);
      await page.waitForTimeout(BETWEEN_EVENTS_SECONDS * 1_000);
    }
    await expect.poll(() => counter(page, 'events-heard')).toBe(sent);
    const { started, late } = await startsOf();
    expect(keys.size).toBeGreaterThan(1);
    expect(refusals).toEqual([]);
    expect(started).toBeGreaterThan(sent);
    expect(late).toBe(0);
  } finally {
    await stage.setFaults({ credentialsSeconds: null });
  }
});
