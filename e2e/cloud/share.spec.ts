import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { counterReaches } from '../page-watch';
import { test, type CloudStage } from './cloud-stage';
import { ACCOUNT, alarm, connect, feedOf, signUp, subOf } from './visitor';

const SECRET = 'payroll-of-the-board';

/** All that may be in a redacted event, and what each may hold. */
const ALLOWED = [
  'account',
  'detail',
  'detail-type',
  'id',
  'region',
  'resources',
  'source',
  'time',
  'version',
];

async function makeLink(page: Page, stage: CloudStage): Promise<string> {
  await page.goto(`${stage.site}/share`);
  await page.getByLabel('Name').fill('Our team');
  await page.getByRole('button', { name: 'Make the link' }).click();
  return page.getByLabel('Listening link').inputValue();
}

test('a link lets another browser hear redacted events, until it is revoked', async ({
  page,
  browser,
  stage,
}) => {
  await signUp(page, stage, 'owner@example.com');
  const sub = await subOf(page);
  const feed = feedOf(stage, sub);
  await connect(page, stage);
  const link = await makeLink(page, stage);
  expect(link).toMatch(/\/s#[A-Za-z0-9_-]{32}$/);
  await page.getByRole('link', { name: 'Connect', exact: true }).first().click();
  await page.getByRole('button', { name: 'Start listening' }).click();
  await page.waitForURL('**/listen');

  const context = await browser.newContext();
  const listener = await context.newPage();
  const bodies: string[] = [];
  listener.on('response', async (response) => {
    if (response.request().headers()['x-amz-target'] !== 'AmazonSQS.ReceiveMessage') return;
    const { Messages: messages = [] } = await response.json().catch(() => ({}));
    for (const { Body: body } of messages as { Body: string }[]) bodies.push(body);
  });
  await listener.goto(link);
  await listener.getByRole('button', { name: 'Listen' }).click();
  await expect(listener.getByText('Our team')).toBeVisible();

  expect(await stage.putFromConnector(feed, alarm(randomUUID(), SECRET), ACCOUNT)).toBe(true);
  await counterReaches(listener, 'events-heard', 1);
  const events = bodies
    .map((body) => JSON.parse(body))
    .filter(({ source }) => source === 'aws.cloudwatch');
  expect(events).toHaveLength(1);
  expect(Object.keys(events[0]).sort()).toEqual(ALLOWED);
  expect(Object.keys(events[0].detail).sort()).toEqual(['outcome', 'redacted']);
  expect(bodies.join()).not.toContain(SECRET);
  expect(bodies.join()).not.toContain(ACCOUNT);

  await page.goto(`${stage.site}/share`);
  await page.getByRole('button', { name: 'Revoke Our team' }).click();
  await page.getByRole('button', { name: 'Revoke the link' }).click();
  await expect(page.locator('[data-share=revoked]')).toBeVisible();
  await expect(listener.getByText('This link was revoked')).toBeVisible({ timeout: 40_000 });
  await context.close();
});

test('a link that leads nowhere says so', async ({ page, stage }) => {
  await page.goto(`${stage.site}/s#${'A'.repeat(32)}`);
  await page.getByRole('button', { name: 'Listen' }).click();
  await expect(page.getByText('This link leads nowhere')).toBeVisible();
});
