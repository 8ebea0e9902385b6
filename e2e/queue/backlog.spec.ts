import { expect, test } from '@playwright/test';
import { counter, counterReaches } from '../page-watch';
import { alarmBody, localQueue } from './local-queue';

const WAITING = 4_000;

test('a backlog is told with its size, can be skipped, and is counted all the same', async ({
  page,
  baseURL,
}) => {
  const send = await localQueue(baseURL ?? '');
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 1);
  await page.getByRole('button', { name: 'Pause' }).first().click();
  const before = await counter(page, 'events-heard');
  for (let from = 0; from < WAITING; from += 10)
    await send(
      Array.from({ length: 10 }, (_, i) => alarmBody(`late-${Date.now()}-${from + i}`, 'x', 'OK')),
    );
  await page.getByRole('button', { name: 'Listen' }).first().click();
  await expect(page.getByTestId('connection')).toHaveText('catching-up', { timeout: 20_000 });
  await expect(
    page.getByText(/You hear what you missed condensed; .* wait behind us/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Skip to now' }).click();
  await expect(page.getByText('Skipping to now')).toBeVisible();
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/, { timeout: 40_000 });
  await counterReaches(page, 'events-heard', before + WAITING);
  expect(await counter(page, 'events-suppressed')).toBeGreaterThan(0);
});
