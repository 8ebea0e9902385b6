import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test';
import { counterReaches } from '../page-watch';

interface Refusal {
  readonly code: string;
  readonly status?: number;
  readonly message?: string;
}

type Action = 'ReceiveMessage' | 'DeleteMessageBatch';

/** Lets the queue answer requests of some kind with an error, as SQS words it. Gives what ends that. */
async function refuse(context: BrowserContext, refused: readonly Action[], refusal: Refusal) {
  const { code, status = 400, message = 'no' } = refusal;
  const handler = (route: Route) => {
    const action = route.request().headers()['x-amz-target']?.split('.')[1];
    if (!refused.some((each) => each === action)) return route.fallback();
    return route.fulfill({
      status,
      contentType: 'application/x-amz-json-1.0',
      body: JSON.stringify({ __type: `com.amazonaws.sqs#${code}`, message }),
    });
  };
  await context.route('**/sqs/**', handler);
  return () => context.unroute('**/sqs/**', handler);
}

async function listening(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/);
}

const LOSSES = [
  ['ExpiredToken', 'Your session has ended', /The credentials expired at .* none is lost/],
  ['AccessDenied', 'The queue refuses us', /sqs:ReceiveMessage and sqs:DeleteMessage/],
  ['QueueDoesNotExist', 'Your queue is gone', /Make it again under the same name/],
  ['RequestTimeTooSkewed', 'Your clock is off', /Set the clock of this computer/],
] as const;

for (const [code, title, remedy] of LOSSES)
  test(`${code}: "${title}", and all is well when it is mended`, async ({ page, context }) => {
    await listening(page);
    const mend = await refuse(context, ['ReceiveMessage'], { code });
    await expect(page.getByText(title)).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText(remedy)).toBeVisible();
    await expect(page.getByTestId('connection')).toHaveText('lost');
    await expect(page.getByText(code, { exact: true })).toBeVisible();
    await mend();
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(page.getByTestId('connection')).toHaveText(/live|quiet/, { timeout: 20_000 });
    await expect(page.getByText(title)).toBeHidden();
  });

test('throttling is told, and is no loss', async ({ page, context }) => {
  await listening(page);
  const mend = await refuse(context, ['ReceiveMessage'], { code: 'RequestThrottled' });
  await expect(page.getByText('AWS asked us to slow down')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/);
  await mend();
  await expect(page.getByText('AWS asked us to slow down')).toBeHidden({ timeout: 45_000 });
});

test('a browser that is offline says so, and goes on when it is back', async ({
  page,
  context,
}) => {
  await listening(page);
  await context.setOffline(true);
  await expect(page.getByText('Your browser is offline.')).toBeVisible({ timeout: 45_000 });
  await context.setOffline(false);
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/, { timeout: 20_000 });
});

test('events that cannot be deleted are heard, and the page says why they stay', async ({
  page,
  context,
}) => {
  const mend = await refuse(context, ['DeleteMessageBatch'], { code: 'AccessDenied' });
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 3);
  await expect(page.getByText('Events stay in the queue')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Give them sqs:DeleteMessage on the queue.')).toBeVisible();
  await expect(page.getByTestId('connection')).toHaveText('live');
  await mend();
  await expect(page.getByText('Events stay in the queue')).toBeHidden({ timeout: 45_000 });
});
