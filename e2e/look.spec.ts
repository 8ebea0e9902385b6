import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const LISTEN = /^Listen/;

async function openDemo(page: Page): Promise<void> {
  await page.goto('/listen');
  await page.getByRole('button', { name: LISTEN }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect
    .poll(async () => Number(await page.getByTestId('events-heard').textContent()))
    .toBeGreaterThan(0);
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the welcome page passes axe', async ({ page }) => {
      await page.goto('/');
      expect(await violations(page)).toEqual([]);
    });

    test('the listen page passes axe as score, as list and with its help open', async ({
      page,
    }) => {
      await openDemo(page);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'List', exact: true }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keyboard help' }).click();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('the keyboard does what its help says', async ({ page }) => {
  await openDemo(page);
  const timeline = page.getByRole('application');
  await timeline.focus();

  await page.keyboard.press('[');
  await expect(page.getByRole('button', { name: '15 min' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press(']');
  await expect(page.getByRole('button', { name: '3 min' })).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Mute Edge and API' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('m');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Solo Edge and API' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('s');

  await page.keyboard.press('q');
  await expect(page.getByRole('switch', { name: /Quiet mode/ })).toBeChecked();
  await page.keyboard.press('q');

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).not.toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Listen', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('the arrow keys reach every lane that heard something, and say what they found', async ({
  page,
}) => {
  await openDemo(page);
  await page.getByRole('application').focus();
  const said = page.getByRole('status');
  await page.keyboard.press('ArrowLeft');
  const visited = new Set<string>();
  for (let step = 0; step < 8; step++) {
    visited.add((await said.textContent()) ?? '');
    await page.keyboard.press('ArrowDown');
  }
  const found = [...visited].filter((words) => /^\d\d:\d\d:\d\d, /.test(words));
  expect(found.length).toBeGreaterThan(0);
  await expect(page.getByRole('complementary', { name: 'Mood and selected event' })).toBeVisible();
});

test('single-letter keys can be switched off, and stay off', async ({ page }) => {
  await openDemo(page);
  await page.getByRole('button', { name: 'Keyboard help' }).click();
  await page.getByRole('switch', { name: /Single-letter keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(page.getByRole('switch', { name: /Quiet mode/ })).not.toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem('character-keys'))).toBe('off');
});

test('the theme is kept and there before the first paint', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: dark');
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      document.documentElement.dataset['firstFrame'] = document.documentElement.dataset['theme'];
    });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-first-frame', 'dark');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('nothing scrolls sideways, and the lanes answer a tap', async ({ page }) => {
    await page.goto('/');
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    await openDemo(page);
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: /^Compute/ }).tap();
    const dialog = page.getByRole('dialog', { name: 'Compute' });
    await dialog.getByRole('button', { name: 'Mute' }).tap();
    await expect(dialog.getByRole('button', { name: 'Mute' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await dialog.getByRole('button', { name: 'Close' }).tap();
    await expect(page.getByRole('button', { name: 'Compute, silent. Mute or solo' })).toBeVisible();
  });

  test('the page passes axe', async ({ page }) => {
    await openDemo(page);
    expect(await violations(page)).toEqual([]);
  });
});

test('the page stays small, as score and as list', async ({ page }) => {
  await openDemo(page);
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await nodes()).toBeLessThan(1500);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  expect(await nodes()).toBeLessThan(1500);
});
