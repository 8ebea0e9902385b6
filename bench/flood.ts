import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { serveStage } from '../e2e/sound/serve-stage';
import type { Note } from '../src/lib/core/score/note';
import type { Score } from '../src/lib/core/score/score';
import { type Figure, medianOf, quantile, quantileOf } from './figure';
import { framesPerSecond, traffic } from './frames';
import { counter, listen } from './listening-page';
import type { LocalStack } from './local-stack';
import { mixedBody } from './sample-events';

const RATE = 500;
const MINUTES = 5;
const GLANCE_MS = 15_000;
const FRAME_SECONDS = 5;
const BACKLOG = 100_000;
/** Ten messages a request, so many requests at a time. */
const SENDERS = 8;
/** How long the music finds its level, and how much of it is measured then. */
const SETTLE_SECONDS = 30;
const PIECE_SECONDS = 90;
const WINDOW_SECONDS = 30;
const NORMAL_RATE = 10;

/** Five minutes at a rate: how far the queue runs ahead of the page, and how smoothly it draws meanwhile. */
async function sustained(browser: Browser, stack: LocalStack): Promise<Figure[]> {
  const { page } = await listen(browser, stack.address, /your queue/i);
  const before = await counter(page, 'events-heard');
  const stop = traffic(stack, RATE);
  const fps: number[] = [];
  const waiting: number[] = [];
  const until = performance.now() + MINUTES * 60_000;
  while (performance.now() < until) {
    await page.waitForTimeout(GLANCE_MS - FRAME_SECONDS * 1_000);
    fps.push(await framesPerSecond(page, FRAME_SECONDS));
    waiting.push(await stack.waiting());
  }
  const sent = await stop();
  await page.waitForTimeout(3_000);
  const heard = (await counter(page, 'events-heard')) - before;
  console.log(`${RATE} events/s: ${sent} sent, ${heard} heard; waiting: ${waiting.join(' ')}`);
  await page.close();
  const last = waiting.slice(waiting.length / 2);
  const minutes = `${MINUTES} min at ${RATE}/s`;
  return [
    medianOf(`frames, ${minutes}`, 'fps', { atLeast: 50 }, fps),
    quantileOf(`waiting on the queue, ${minutes}`, 'messages', { atMost: RATE }, last, 1),
  ];
}

async function fill(stack: LocalStack, count: number): Promise<void> {
  const atMs = Date.now();
  const share = count / SENDERS;
  await Promise.all(
    Array.from({ length: SENDERS }, (_, sender) =>
      stack.send(
        Array.from({ length: share }, (_, index) => mixedBody(sender * share + index, atMs)),
      ),
    ),
  );
}

/** What a page has played, once it has found its level and been heard for as long as is measured. */
async function settledScore(page: Page): Promise<Score> {
  await page.waitForTimeout((SETTLE_SECONDS + PIECE_SECONDS) * 1_000);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /score as json/i }).click();
  return JSON.parse(await readFile(await (await saved).path(), 'utf8')) as Score;
}

/** The notes of the last windows of a Score, a window each, their times counted from its beginning. */
function lastWindows({ notes }: Score): Note[][] {
  const first = (notes.at(-1)?.time ?? 0) - PIECE_SECONDS;
  return Array.from({ length: PIECE_SECONDS / WINDOW_SECONDS }, (_, at) => {
    const from = first + at * WINDOW_SECONDS;
    return notes
      .filter(({ time }) => time >= from && time < from + WINDOW_SECONDS)
      .map((note) => ({ ...note, time: note.time - from }));
  });
}

/** The loudness of the last windows of each Score, in LUFS. */
async function loudnessOf(browser: Browser, scores: readonly Score[]): Promise<number[][]> {
  const { server, url } = await serveStage();
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'stage' in globalThis);
  await page.evaluate(() => stage.prepare());
  const loudness: number[][] = [];
  for (const score of scores) {
    const lufs: number[] = [];
    for (const notes of lastWindows(score)) {
      const heard = await page.evaluate(([notes, seconds]) => stage.listen(notes, seconds), [
        notes,
        WINDOW_SECONDS,
      ] as const);
      lufs.push(heard.lufs);
    }
    loudness.push(lufs);
  }
  await page.close();
  await server.close();
  return loudness;
}

/** What is heard of the same traffic on an ordinary day. */
async function ordinary(browser: Browser, stack: LocalStack): Promise<Score> {
  await stack.clear();
  const { page } = await listen(browser, stack.address, /your queue/i);
  const stop = traffic(stack, NORMAL_RATE);
  const score = await settledScore(page);
  await stop();
  await page.close();
  return score;
}

/** A backlog that is taken: how long it takes, and how loud it is beside an ordinary day. */
async function caughtUp(browser: Browser, stack: LocalStack): Promise<Figure[]> {
  const normal = await ordinary(browser, stack);
  await stack.clear();
  await fill(stack, BACKLOG);
  const startedMs = performance.now();
  const { page } = await listen(browser, stack.address, /your queue/i);
  const behind = await settledScore(page);
  if ((await stack.waiting()) === 0)
    throw new Error('The backlog was taken before its loudness was measured.');
  while ((await counter(page, 'events-heard')) < BACKLOG) await page.waitForTimeout(500);
  const seconds = (performance.now() - startedMs) / 1_000;
  await page.close();
  const [usual = [], loud = []] = await loudnessOf(browser, [normal, behind]);
  const words = (lufs: readonly number[]) => lufs.map((value) => value.toFixed(1)).join(' ');
  console.log(`LUFS behind: ${words(loud)}; at ${NORMAL_RATE}/s: ${words(usual)}`);
  const middle = quantile(usual, 0.5);
  const ofBacklog = `a backlog of ${BACKLOG.toLocaleString('en')}`;
  const louder = loud.map((lufs) => lufs - middle);
  const softer = louder.map((difference) => -difference);
  return [
    medianOf(`${ofBacklog} taken`, 's', { atMost: 300 }, [seconds]),
    medianOf(`${ofBacklog}, louder than ${NORMAL_RATE}/s`, 'LU', { atMost: 3 }, louder),
    medianOf(`${ofBacklog}, softer than ${NORMAL_RATE}/s`, 'LU', { atMost: 3 }, softer),
  ];
}

/** What a flood does: five minutes at 500 events/s, and a backlog of 100,000. About ten minutes long. */
export async function flood(browser: Browser, stack: LocalStack): Promise<Figure[]> {
  return [...(await sustained(browser, stack)), ...(await caughtUp(browser, stack))];
}
