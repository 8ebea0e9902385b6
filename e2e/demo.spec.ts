import { expect, test } from '@playwright/test';
import { counter, counterReaches, watch } from './page-watch';

test('the demo plays on the static site with no AWS, and pauses', async ({ page }) => {
  const { troubles } = watch(page);
  await page.goto('/');
  await page.getByRole('button', { name: /listen to the demo/i }).click();
  await counterReaches(page, 'notes-played', 1);
  await counterReaches(page, 'events-heard', 10);
  await expect(page.getByTestId('connection')).toHaveText('demo');
  await page.keyboard.press('Space');
  await page.waitForTimeout(1_000);
  const stood = await counter(page, 'events-heard');
  await page.waitForTimeout(3_000);
  expect(await counter(page, 'events-heard')).toBe(stood);
  await page.keyboard.press('Space');
  await counterReaches(page, 'events-heard', stood + 1);
  expect(troubles).toEqual([]);
});

test('makes no request to anywhere but its own origin', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) foreign.push(request.url());
  });
  await page.goto('/');
  await page.getByRole('button', { name: /listen to the demo/i }).click();
  await counterReaches(page, 'events-heard', 10);
  expect(foreign).toEqual([]);
});

test('a page that is opened at the score waits for one click', async ({ page }) => {
  await page.goto('/listen');
  await expect(page.getByRole('heading', { name: /click once to hear it/i })).toBeVisible();
  await page
    .getByRole('button', { name: /^listen/i })
    .first()
    .click();
  await counterReaches(page, 'notes-played', 1);
});
