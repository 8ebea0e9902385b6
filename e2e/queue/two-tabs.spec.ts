import { expect, type Page, test } from '@playwright/test';
import { counter, counterReaches } from '../page-watch';
import { alarmBody, localQueue } from './local-queue';

async function listen(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 1);
}

/**
 * A message that the queue gave to a long poll whose tab has just gone is hidden for the visibility timeout of 30 s,
 * and then comes again.
 */
const SHOWN_AGAIN_MS = 45_000;

async function isInList(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(1, {
    timeout: SHOWN_AGAIN_MS,
  });
}

test('two tabs hear the same events, one of them aloud; when it closes the other goes on', async ({
  context,
  baseURL,
}) => {
  const send = await localQueue(baseURL ?? '');
  const [first, second] = [await context.newPage(), await context.newPage()];
  await listen(first);
  await listen(second);
  await expect(second.getByText('Another tab is already playing')).toBeVisible();
  await expect(first.getByText('Another tab is already playing')).toBeHidden();

  const both = `both-${Date.now()}`;
  await send([alarmBody(both, both, 'OK')]);
  await isInList(first, both);
  await isInList(second, both);

  await second.getByRole('button', { name: 'Play here instead' }).click();
  await expect(second.getByText('Another tab is already playing')).toBeHidden();
  await expect(first.getByText('Another tab is already playing')).toBeVisible();

  await first.close();
  const heard = await counter(second, 'events-heard');
  await counterReaches(second, 'events-heard', heard + 1);
  const after = `after-${Date.now()}`;
  await send([alarmBody(after, after, 'OK')]);
  await isInList(second, after);
  await expect(second.getByTestId('connection')).toHaveText('live');
});

test('what was heard before a reload is known when it comes again', async ({ page, baseURL }) => {
  const send = await localQueue(baseURL ?? '');
  await listen(page);
  const name = `again-${Date.now()}`;
  await send([alarmBody(name, name, 'OK')]);
  await isInList(page, name);
  await page.reload();
  await listen(page);
  await send([alarmBody(name, name, 'OK')]);
  await expect(page.getByText(/\d+ duplicate/)).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(0);
});
