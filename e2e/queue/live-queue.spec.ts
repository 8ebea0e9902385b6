import { expect, test } from '@playwright/test';
import { counter, counterReaches, watch } from '../page-watch';
import { alarmBody, localQueue } from './local-queue';

test('an alarm on the queue is announced, inspected, and its markup stays text', async ({
  page,
  baseURL,
}) => {
  const { troubles } = watch(page);
  const send = await localQueue(baseURL ?? '');
  const name = '<img src=x onerror=alert(1)>';
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 1);
  await send([alarmBody(`alarm-${Date.now()}`, name, 'ALARM')]);
  // Another piece of news may have been told just before; then this one waits for its turn.
  await expect(page.getByRole('alert').filter({ hasText: name })).toBeAttached({ timeout: 40_000 });
  await page.getByRole('button', { name: 'List' }).click();
  await expect(page.getByRole('table')).toContainText(name);
  await page.getByRole('button', { name: `${name} in ALARM` }).click();
  await expect(page.getByRole('heading', { name: `${name} in ALARM` })).toBeVisible();
  await page.getByRole('button', { name: 'Score', exact: true }).click();
  await send([alarmBody(`ok-${Date.now()}`, name, 'OK')]);
  expect(await page.locator('img').count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('a message that cannot be read is counted, listed with its reason, and stops nothing', async ({
  page,
  baseURL,
}) => {
  const send = await localQueue(baseURL ?? '');
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 1);
  const before = await counter(page, 'events-unreadable');
  await send(['<html>not an event</html>']);
  await counterReaches(page, 'events-unreadable', before + 1);
  const heard = await counter(page, 'events-heard');
  await counterReaches(page, 'events-heard', heard + 3);
});

test('a message delivered twice is heard once', async ({ page, baseURL }) => {
  const send = await localQueue(baseURL ?? '');
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 1);
  const body = alarmBody(`twice-${Date.now()}`, 'twice', 'OK');
  await send([body, body]);
  await send([body]);
  await page.getByRole('button', { name: 'List' }).click();
  await expect(page.getByRole('row', { name: /twice/ })).toHaveCount(1);
  await expect(page.getByText('2 duplicate')).toBeVisible();
  await expect(page.getByRole('row', { name: /twice/ })).toHaveCount(1);
});

test('the page says that the connection is lost, and why, and finds it again', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/);
  await context.route('**/sqs/**', (route) => route.abort('connectionrefused'));
  await expect(page.getByTestId('connection')).toHaveText('lost', { timeout: 45_000 });
  await expect(page.getByText('We have lost the connection')).toBeVisible();
  const tried = page.waitForRequest('**/sqs/**');
  await page.getByRole('button', { name: 'Try now' }).click();
  await tried;
  await context.unroute('**/sqs/**');
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/, { timeout: 45_000 });
});
