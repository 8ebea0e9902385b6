import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { generateSync } from 'otplib';
import { counterReaches, watch } from '../page-watch';
import { test } from './cloud-stage';
import {
  ACCOUNT,
  alarm,
  connect,
  feedOf,
  PASSWORD,
  signIn,
  signOut,
  signUp,
  subOf,
} from './visitor';

test('from the sign-up to the first event heard, and to the music', async ({ page, stage }) => {
  const { troubles } = watch(page);
  const denialsBefore = (await stage.denials()).length;
  await signUp(page, stage, 'first@example.com');
  const feed = feedOf(stage, await subOf(page));
  expect(await stage.putFromConnector(feed, alarm(randomUUID(), 'too-early'), ACCOUNT)).toBe(false);
  await connect(page, stage);
  expect(await stage.putFromConnector(feed, alarm(randomUUID(), 'disk-full'), ACCOUNT)).toBe(true);
  await expect(page.getByTestId('arrival-event')).toContainText('First event heard');
  await expect(page.getByTestId('arrival-event')).toHaveClass(/there/);
  await page.getByRole('button', { name: 'Start listening' }).click();
  await page.waitForURL('**/listen');
  // What comes while one reader gives way to the next may stay with the first for the visibility timeout.
  await expect(page.getByTestId('connection')).toHaveText(/live|quiet/);
  expect(await stage.putFromConnector(feed, alarm(randomUUID(), 'cpu-high'), ACCOUNT)).toBe(true);
  await counterReaches(page, 'events-heard', 1);
  await counterReaches(page, 'notes-played', 1);
  expect((await stage.denials()).slice(denialsBefore)).toEqual([]);
  // Amplify warns of addresses that are not AWS's own; a deployment has no others.
  expect(troubles.filter((told) => !/custom Amazon .* endpoint/.test(told))).toEqual([]);
});

test('a wrong password is refused in words, and a forgotten one is replaced', async ({
  page,
  stage,
}) => {
  const email = 'second@example.com';
  await signUp(page, stage, email);
  await signOut(page);
  await signIn(page, stage, email, 'not my pass phrase');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Forgotten password' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByRole('heading', { name: 'Choose another password' })).toBeVisible();
  await page.getByLabel('Six digits').fill(await stage.mailTo(email));
  await page.getByLabel('New password', { exact: true }).fill(`${PASSWORD} anew`);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await signOut(page);
  await signIn(page, stage, email);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('an authenticator is set up, and asked for at the next sign-in', async ({ page, stage }) => {
  const email = 'third@example.com';
  await signUp(page, stage, email);
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  const secret = ((await page.locator('code.secret').textContent()) ?? '').replaceAll(/\s/g, '');
  await page.getByLabel('Six digits').fill(generateSync({ secret }));
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByText('Set up: after your password')).toBeVisible();
  await signOut(page);
  await signIn(page, stage, email);
  await expect(page.getByRole('heading', { name: 'Your authenticator' })).toBeVisible();
  await page.getByLabel('Six digits').fill(generateSync({ secret }));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
});

test('a deleted account leaves no queue and no feed, and nobody signs in to it', async ({
  page,
  stage,
}) => {
  const email = 'fourth@example.com';
  await signUp(page, stage, email);
  const sub = await subOf(page);
  expect((await stage.resources()).filter((name) => name.includes(sub))).toHaveLength(3);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByLabel(/to go on/).fill('delete my account');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect((await stage.resources()).filter((name) => name.includes(sub))).toEqual([]);
  await signIn(page, stage, email);
  await expect(page.getByRole('alert')).toBeVisible();
});
