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
  await expect(timeline).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(timeline).toBeFocused();

  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Listen', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('M and S act on the lane that holds the focus, and say so', async ({ page }) => {
  await openDemo(page);
  const said = page.getByRole('status');
  const mute = (lane: string) => page.getByRole('button', { name: `Mute ${lane}` });
  await mute('Compute').focus();
  await page.keyboard.press('m');
  await expect(mute('Compute')).toHaveAttribute('aria-pressed', 'true');
  await expect(said).toHaveText('Compute muted');
  await page.keyboard.press('s');
  await expect(said).toHaveText('Compute in solo');
  await page.keyboard.press('[');
  await expect(said).toHaveText('15 min shown');

  await page.getByRole('slider', { name: 'Volume' }).focus();
  await page.keyboard.press('q');
  await expect(said).toHaveText('Quiet mode on');
  await page.keyboard.press('m');
  await page.keyboard.press('s');
  await expect(said).toHaveText('Quiet mode on');
  await expect(page.getByRole('button', { name: /^Mute /, pressed: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Solo /, pressed: true })).toHaveCount(1);
});

test('the volume moves with Home and End, and the score stays in the past', async ({ page }) => {
  await openDemo(page);
  await page.getByRole('application').hover();
  await page.mouse.wheel(-600, 0);
  const back = page.getByRole('button', { name: 'Back to now' });
  await expect(back).toBeVisible();
  const volume = page.getByRole('slider', { name: 'Volume' });
  await volume.press('Home');
  await expect(volume).toHaveValue('0');
  await volume.press('End');
  await expect(volume).toHaveValue('100');
  await expect(back).toBeVisible();
});

test('a dialog gives the focus back to where it was', async ({ page }) => {
  await openDemo(page);
  const unreadable = page.getByRole('button', { name: /unreadable$/ });
  await unreadable.click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(unreadable).toBeFocused();
  await unreadable.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(unreadable).toBeFocused();
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
    const lane = page.getByRole('button', { name: 'Compute, silent. Mute or solo' });
    await expect(lane).toBeFocused();
    await lane.tap();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(lane).toBeFocused();
  });

  test('the focus comes back through two dialogs', async ({ page }) => {
    await openDemo(page);
    const menu = page.getByRole('button', { name: 'Menu' });
    await menu.tap();
    await page.getByRole('button', { name: /unreadable$/ }).tap();
    await expect(page.getByRole('dialog', { name: /unreadable$/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(menu).toBeFocused();
  });

  test('the page passes axe', async ({ page }) => {
    await openDemo(page);
    expect(await violations(page)).toEqual([]);
  });
});

for (const [width, height] of [
  [720, 450],
  [844, 390],
] as const) {
  test(`Pause and every lane are within reach at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openDemo(page);
    await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 });
    const last = page.locator('[data-lanes] [data-fam="identity"]');
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 });
    expect(await violations(page)).toEqual([]);
  });
}

test('at 768 px the legend keeps the bad news', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openDemo(page);
  for (const words of ['bad, interrupts', 'bad, can wait'])
    await expect(page.getByText(words)).toBeInViewport({ ratio: 1 });
});

test('an unknown path leads home', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no page here.' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go to the welcome page' }).click();
  await expect(page).toHaveURL('/');
});

test('the page stays small, as score and as list', async ({ page }) => {
  await openDemo(page);
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await nodes()).toBeLessThan(1500);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  expect(await nodes()).toBeLessThan(1500);
});
