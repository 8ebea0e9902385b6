import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { counter } from '../page-watch';
import { test } from './cloud-stage';
import { ACCOUNT, alarm, connect, feedOf, signUp, subOf } from './visitor';

/** A page asks for others every half minute as soon as less than five are left: these last a little longer. */
const LIFETIME_SECONDS = 36;
const LISTENED_SECONDS = 44;
const BETWEEN_EVENTS_SECONDS = 2;
/** Longer than a renewal takes, and than the slots that are composed ahead. */
const AFTER_SECONDS = 2;

/** A sound that was started when its time was over; times in seconds, of the page's clock. */
interface Late {
  readonly atSeconds: number;
  readonly bySeconds: number;
}

interface Starts {
  readonly started: number;
  readonly late: readonly Late[];
  /** When the identity pool was asked for credentials. */
  readonly renewals: readonly number[];
}

/** Watches the sounds that are started, and when the page asks for credentials. */
async function watchStarts(page: Page): Promise<() => Promise<Starts>> {
  await page.addInitScript(() => {
    const starts = { started: 0, late: [] as object[], renewals: [] as number[] };
    Object.assign(globalThis, { starts });
    for (const kind of [AudioBufferSourceNode, OscillatorNode]) {
      const { start } = kind.prototype;
      kind.prototype.start = function (when = 0, ...rest: number[]) {
        const bySeconds = this.context.currentTime - when;
        starts.started += 1;
        if (when > 0 && bySeconds > 0)
          starts.late.push({ atSeconds: performance.now() / 1_000, bySeconds });
        return Reflect.apply(start, this, [when, ...rest]);
      };
    }
    const { fetch } = globalThis;
    globalThis.fetch = (target, options) => {
      const headers = new Headers(options?.headers);
      if (headers.get('x-amz-target')?.endsWith('GetCredentialsForIdentity'))
        starts.renewals.push(performance.now() / 1_000);
      return fetch(target, options);
    };
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
  const startsOf = await watchStarts(page);
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
    const { started, late, renewals } = await startsOf();
    test.info().annotations.push({
      type: 'notes',
      description: `${started} sounds, ${late.length} of them late on this machine`,
    });
    expect(keys.size).toBeGreaterThan(1);
    expect(refusals).toEqual([]);
    expect(started).toBeGreaterThan(sent);
    expect(renewals.length).toBeGreaterThan(0);
    // A machine with too much to do is late now and then; what a renewal could delay is what comes right after it.
    const after = ({ atSeconds }: Late) =>
      renewals.some((at) => atSeconds >= at && atSeconds < at + AFTER_SECONDS);
    expect(late.filter(after)).toEqual([]);
  } finally {
    await stage.setFaults({ credentialsSeconds: null });
  }
});
