import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('a site without a deployment says that it knows no accounts, and offers none', async ({
  page,
}) => {
  for (const path of ['/account', '/connect', '/share']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'No accounts here' })).toBeVisible();
    expect(await page.locator('form').count()).toBe(0);
  }
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go to the welcome page' }).click();
  await expect(page.getByRole('button', { name: /^Listen/ })).toBeEnabled();
  await expect(page.getByRole('link', { name: 'Connect' })).toHaveCount(0);
});

test('a listening link that is opened directly is not indexed, tells no referrer, and leads nowhere here', async ({
  page,
}) => {
  await page.goto('/s#a-token-of-another-site');
  await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow');
  await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer');
  expect(await violations(page)).toEqual([]);
});
