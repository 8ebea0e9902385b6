import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Score } from '../../src/lib/core/score/score';
import { counter, counterReaches, watch } from '../page-watch';

test('one click on the welcome page plays the local queue', async ({ page }) => {
  const { troubles } = watch(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('as music you can leave on');
  await page.getByRole('button', { name: /your queue/i }).click();
  await expect(page).toHaveURL(/\/listen$/);
  await counterReaches(page, 'notes-played', 1);
  await counterReaches(page, 'events-heard', 5);
  await expect(page.getByTestId('connection')).toHaveText('live');
  expect(await counter(page, 'happiness')).toBeGreaterThan(0);
  // What waited on the queue before this page came is late; what comes now is not.
  await expect.poll(() => counter(page, 'lag'), { timeout: 20_000 }).toBeLessThan(10);
  expect(troubles).toEqual([]);
});

test('the counters agree with the Score that the page saves', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /your queue/i }).click();
  await counterReaches(page, 'events-heard', 5);
  await page.getByRole('button', { name: 'Pause' }).first().click();
  await page.waitForTimeout(500);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /score as json/i }).click();
  const score: Score = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  const heard = score.events.filter(({ disposition }) => disposition !== 'duplicate');
  expect(await counter(page, 'events-heard')).toBe(heard.length);
  expect(await counter(page, 'notes-played')).toBe(score.notes.length);
  expect(await counter(page, 'events-unreadable')).toBe(score.unreadable.length);
  const suppressed = heard.filter(({ disposition }) => disposition === 'suppressed');
  expect(await counter(page, 'events-suppressed')).toBe(suppressed.length);
});
