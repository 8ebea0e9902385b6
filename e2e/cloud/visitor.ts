import { expect, type Page } from '@playwright/test';
import type { CloudStage } from './cloud-stage';

export const PASSWORD = 'a long pass phrase';

/** Signs up by the form, confirms with the code of the e-mail, and is signed in. */
export async function signUp(page: Page, stage: CloudStage, email: string): Promise<void> {
  await page.goto(`${stage.site}/account`);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('heading', { name: 'Confirm your address' })).toBeVisible();
  await page.getByLabel('Six digits').fill(await stage.mailTo(email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
}

export async function signIn(page: Page, stage: CloudStage, email: string, password = PASSWORD) {
  await page.goto(`${stage.site}/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs out, and waits until the page has forgotten who it was. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

/** The person's id in the user pool, as the page keeps it. */
export function subOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('.idToken')) ?? '';
    const [, claims = ''] = (localStorage.getItem(key) ?? '').split('.');
    return JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).sub as string;
  });
}

/** The topic that connectors publish to, of one person. */
export function feedOf({ outputs }: CloudStage, sub: string): string {
  const { prefix, region, account } = outputs.custom.cloud;
  return `arn:aws:sns:${region}:${account}:${prefix}-feed-${sub}`;
}

export const ACCOUNT = '111122223333';

/** An alarm that goes off in the connected account, as a rule of EventBridge delivers it. */
export function alarm(id: string, name: string): string {
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: ACCOUNT,
    time: new Date().toISOString(),
    region: 'eu-central-1',
    resources: [`arn:aws:cloudwatch:eu-central-1:${ACCOUNT}:alarm:${name}`],
    detail: {
      alarmName: name,
      state: { value: 'ALARM', reason: 'Threshold Crossed' },
      previousState: { value: 'OK' },
    },
  });
}

/** Adds the account on the Connect page, whose connector may then publish to the person's feed. */
export async function connect(page: Page, stage: CloudStage): Promise<void> {
  await page.goto(`${stage.site}/connect`);
  await page.getByLabel('Number of the account you want to hear').fill(ACCOUNT);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Connected accounts' })).toContainText(
    '1111-2222-3333',
  );
}
