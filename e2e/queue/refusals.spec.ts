import { expect, test, type Page, type Route } from '@playwright/test';
import type { Fault } from '../../cli/soak/fault';
import { refusalOf } from '../../cli/soak/refusal';
import { counter, counterReaches } from '../page-watch';

const QUEUE = '**/sqs/**';
/** The first miss is told at once, except where the first try comes at once and may mend it. */
const TOLD_MS = 20_000;
const BACK_MS = 45_000;

/** Answers the requests of one action with a refusal, and passes the others. */
function refusing(fault: Fault, action?: string) {
  return async (route: Route) => {
    const headers = route.request().headers();
    const asked = headers['x-amz-target'] ?? '';
    const refusal = refusalOf(fault, headers['x-amz-date'] ?? '', Date.now());
    if (!refusal || (action && !asked.endsWith(action))) return route.continue();
    await route.fulfill({
      status: refusal.status,
      contentType: 'application/x-amz-json-1.0',
      body: JSON.stringify({ __type: refusal.type, message: refusal.message }),
    });
  };
}

async function listen(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet|catching-up/, {
    timeout: BACK_MS,
  });
  await counterReaches(page, 'events-heard', 1);
}

/** The fault, what the page calls it, the code that it shows, and the remedy. */
const LOSSES: readonly (readonly [Fault, string, string, RegExp])[] = [
  [
    'denied',
    'The queue refuses us',
    'AccessDeniedException',
    /sqs:ReceiveMessage and sqs:DeleteMessage/,
  ],
  [
    'expired-credentials',
    'Your session has ended',
    'ExpiredTokenException',
    /Renew the credentials, then try again/,
  ],
  ['queue-missing', 'Your queue is gone', 'QueueDoesNotExist', /again under the same name/],
  [
    'clock-skew',
    'Your clock is off',
    'InvalidSignatureException',
    /Set the clock of this computer/,
  ],
  [
    'server-error',
    'We have lost the connection',
    'InternalFailure',
    /Events wait in it and none is lost/,
  ],
];

for (const [fault, title, code, remedy] of LOSSES)
  test(`the page tells ${fault} by name, and goes on when it is over`, async ({ page }) => {
    await listen(page);
    await page.route(QUEUE, refusing(fault));
    await expect(page.getByTestId('connection')).toHaveText('lost', { timeout: BACK_MS });
    await expect(page.getByText(title).first()).toBeVisible({ timeout: TOLD_MS });
    await expect(page.getByText(code).first()).toBeVisible();
    await expect(page.getByText(remedy).first()).toBeVisible();
    await page.unroute(QUEUE);
    const heard = await counter(page, 'events-heard');
    // It may have tried by itself meanwhile; then there is nothing left to press.
    await page
      .getByRole('button', { name: 'Try now' })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await expect(page.getByTestId('connection')).toHaveText(/live|quiet|catching-up/, {
      timeout: BACK_MS,
    });
    await counterReaches(page, 'events-heard', heard + 1);
  });

test('throttling is told as a slower pace, and not as a loss', async ({ page }) => {
  await listen(page);
  await page.route(QUEUE, refusing('throttled'));
  await expect(page.getByText('AWS asked us to slow down').first()).toBeVisible({
    timeout: TOLD_MS,
  });
  await expect(page.getByTestId('connection')).not.toHaveText('lost');
  await page.unroute(QUEUE);
  await expect(page.getByText('AWS asked us to slow down').first()).toBeHidden({
    timeout: BACK_MS,
  });
});

test('events that cannot be deleted are heard, and the page says that they come again', async ({
  page,
}) => {
  await listen(page);
  await page.route(QUEUE, refusing('denied', 'DeleteMessageBatch'));
  await expect(page.getByText('Events stay in the queue').first()).toBeVisible({
    timeout: BACK_MS,
  });
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet|catching-up/);
  const heard = await counter(page, 'events-heard');
  await counterReaches(page, 'events-heard', heard + 2);
  await page.unroute(QUEUE);
  await expect(page.getByText('Events stay in the queue').first()).toBeHidden({
    timeout: BACK_MS,
  });
});

test('a browser without a network says so, and goes on by itself when it is back', async ({
  page,
  context,
}) => {
  await listen(page);
  await context.setOffline(true);
  await expect(page.getByTestId('connection')).toHaveText('lost', { timeout: BACK_MS });
  await expect(page.getByText('Your browser is offline.').first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet|catching-up/, {
    timeout: BACK_MS,
  });
});
