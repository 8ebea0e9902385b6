import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { counterReaches, watch } from './page-watch';
import { dragOver, dropFiles } from './recording/drop-files';
import { cloudTrailLog, eventHistory, logFolder, longLog } from './recording/log-files';

function writeInto(info: TestInfo, name: string, content: string | Buffer): string {
  const path = info.outputPath(name);
  writeFileSync(path, content);
  return path;
}

/** A drop is no press: where nothing was pressed yet, one click starts the sound. */
async function hear(page: Page): Promise<void> {
  const listen = page.getByRole('button', { name: 'Listen', exact: true }).first();
  const pause = page.getByRole('button', { name: 'Pause' });
  await expect(listen.or(pause).first()).toBeVisible();
  if (await listen.isVisible()) await listen.click();
  await expect(page.getByTestId('connection')).toHaveText('replay');
  await counterReaches(page, 'notes-played', 1);
}

const choose = (page: Page, what: 'files' | 'folder', paths: string | string[]) =>
  page.locator(`[data-choose="${what}"]`).first().setInputFiles(paths);

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('a CloudTrail file that is dropped is heard, and nothing leaves the page', async ({
  page,
  baseURL,
}, info) => {
  const { troubles } = watch(page);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && (origin !== baseURL || request.method() !== 'GET'))
      foreign.push(request.url());
  });
  await page.goto('/');
  await expect(page.getByText('JSON or .json.gz, read in this tab, sent nowhere.')).toBeVisible();
  await dropFiles(page, [writeInto(info, 'last-night.json', cloudTrailLog(120))]);
  await expect(page.getByRole('heading', { name: 'last-night.json', level: 1 })).toBeVisible();
  await hear(page);
  await expect(page.getByText(/^Recorded 10 Jul 2023, \d+ of 120 heard$/)).toBeVisible();
  await expect(page.getByText('It was read in this tab and sent nowhere.')).toBeVisible();
  await expect(page.getByText('Every line could be read.')).toBeVisible();
  expect(foreign).toEqual([]);
  expect(troubles).toEqual([]);
});

for (const [what, name, content] of [
  ['an event history in CSV', 'event_history.csv', eventHistory(60)],
  ['a gzipped log', 'log.json.gz', gzipSync(cloudTrailLog(60))],
] as const)
  test(`${what} is heard`, async ({ page }, info) => {
    await page.goto('/');
    await choose(page, 'files', writeInto(info, name, content));
    await hear(page);
    await expect(page.getByText(/ of 60 heard$/)).toBeVisible();
  });

test('a folder is walked, put in order, and what is no log is listed by its file', async ({
  page,
}, info) => {
  await page.goto('/');
  await dropFiles(page, [logFolder(info.outputPath())]);
  await hear(page);
  await expect(page.getByText(/ of 120 heard$/)).toBeVisible();
  await page.getByRole('button', { name: '1 part could not be read' }).click();
  const list = page.getByRole('dialog', { name: '1 unreadable' });
  await expect(list.getByText(/AWSLogs\/notes\.txt/)).toBeVisible();
  await expect(list.getByRole('button', { name: 'Save as text' })).toBeVisible();
});

test('a folder can be chosen with a button', async ({ page }, info) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
  await choose(page, 'folder', logFolder(info.outputPath()));
  await hear(page);
  await expect(page.getByText(/ of 120 heard$/)).toBeVisible();
});

test('a wrong file gets one sentence, and what plays goes on', async ({ page }, info) => {
  await page.goto('/');
  await page.getByRole('button', { name: /The incident/ }).click();
  await expect(page.getByRole('heading', { name: 'The incident', level: 1 })).toBeVisible();
  await dropFiles(page, [writeInto(info, 'holiday.txt', 'Sun, sea and sand.\n')]);
  const said = page.getByRole('alert').filter({ hasText: 'Not opened' });
  await expect(said).toContainText('holiday.txt');
  await expect(page.getByTestId('connection')).toHaveText('demo');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
});

test('reading tells how far it is and can be cancelled', async ({ page }, info) => {
  await page.goto('/');
  await choose(page, 'files', longLog(info.outputPath()));
  const panel = page.getByRole('region', { name: 'Reading the file' });
  await expect(panel.getByText(/events found$/)).toBeVisible();
  await expect(panel.getByText('Read in this tab, sent nowhere.')).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Listen to the demo' })).toBeVisible();
  await expect(page).toHaveURL('/');
});

test('what is dragged over the page is told what becomes of it', async ({ page }, info) => {
  await page.goto('/');
  await dragOver(page, writeInto(info, 'log.json', cloudTrailLog(1)));
  await expect(page.getByText('Drop to hear it')).toBeVisible();
  await page.dispatchEvent('body', 'dragleave');
  await expect(page.getByText('Drop to hear it')).toHaveCount(0);
});

test('the whole is a slider: keys and presses lead elsewhere, to the end and back', async ({
  page,
}, info) => {
  await page.goto('/');
  await choose(page, 'files', writeInto(info, 'log.json', cloudTrailLog(400)));
  await hear(page);
  const slider = page.getByRole('slider', { name: 'Place in the recording' });
  await slider.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(slider).toHaveAttribute('aria-valuetext', /^10 Jul 2023 .*, 0:[345]\d of \d:\d\d$/);
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider has no place.');
  await page.mouse.click(box.x + box.width * 0.75, box.y + 20);
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeGreaterThan(120);
  await slider.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: 'The recording has ended' })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Hear it again' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeLessThan(30);
});

test('the speed is chosen, and says how fast that is', async ({ page }, info) => {
  await page.goto('/');
  await choose(page, 'files', writeInto(info, 'log.json', cloudTrailLog(400)));
  await hear(page);
  const speed = page.getByRole('group', { name: 'Speed' });
  await expect(speed.getByRole('button', { name: 'Fit to 3 min' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await speed.getByRole('button', { name: '600×', exact: true }).click();
  await expect(page.getByText('600 times as fast as it happened')).toBeVisible();
  await page.getByRole('switch', { name: 'Skip silences' }).click();
  await expect(page.getByRole('switch', { name: 'Skip silences' })).not.toBeChecked();
  await expect(page.getByText('600 times as fast as it happened')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('a recording, what else there is, and a refusal pass axe', async ({ page }, info) => {
      test.slow();
      await page.goto('/');
      await choose(page, 'files', writeInto(info, 'log.json', cloudTrailLog(200)));
      await hear(page);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Hear something else' }).click();
      await expect(page.getByRole('dialog', { name: 'Hear something else' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dropFiles(page, [writeInto(info, 'wrong.txt', 'no log')]);
      await expect(page.getByRole('heading', { name: 'Not opened' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a recording is scrubbed, and its pace and facts are a tap away', async ({ page }, info) => {
    await page.goto('/');
    await choose(page, 'files', writeInto(info, 'log.json', cloudTrailLog(200)));
    await hear(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expect(page.getByRole('slider', { name: 'Place in the recording' })).toBeVisible();
    await page.getByRole('button', { name: /10 Jul 2023/ }).tap();
    const sheet = page.getByRole('dialog', { name: 'Speed' });
    await sheet.getByRole('combobox', { name: 'Speed' }).selectOption('600×');
    await expect(sheet.getByText('200', { exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});
