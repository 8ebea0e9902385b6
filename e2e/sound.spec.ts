import { expect, test, type Page } from '@playwright/test';
import type { ViteDevServer } from 'vite';
import type { Note, Voice } from '../src/lib/core/score/note';
import { gainOf } from '../src/lib/audio/decibels';
import { CHORDS, chord, crowd, PHRASES, phrase, ROUTINE } from './sound/pieces';
import { countOpened, type Opened } from './sound/count-opened';
import { serveStage } from './sound/serve-stage';

let server: ViteDevServer;
let page: Page;
let url: string;
const complaints: string[] = [];

const CEILING = gainOf(-1);

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  ({ server, url } = await serveStage());
  page = await browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(countOpened);
  await page.goto(url);
  await page.waitForFunction(() => 'stage' in globalThis);
  await page.evaluate(() => stage.prepare());
});

test.afterAll(async () => {
  await page.close();
  await server.close();
});

function listen(notes: readonly Note[], seconds: number) {
  return page.evaluate(([notes, seconds]) => stage.listen(notes, seconds), [
    notes,
    seconds,
  ] as const);
}

function opened(): Promise<Opened> {
  return page.evaluate(() => globalThis.opened);
}

test('prepares every ordinary note before the click, without opening the hardware', async () => {
  const missing = await page.evaluate(
    () => stage.ordinaryPrints().filter((key) => !stage.prints.get(key)).length,
  );
  expect(missing).toBe(0);
  expect(await opened()).toEqual({ contexts: 0, workers: 0 });
  expect(await page.evaluate(() => [stage.output.running, stage.output.now()])).toEqual([false, 0]);
});

test('every print speaks from its start, ends at zero, and stays finite', async () => {
  const prints = await page.evaluate(() =>
    stage.ordinaryPrints().map((key) => {
      const samples = stage.prints.get(key)!.getChannelData(0);
      const peak = samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      const early = samples.subarray(0, 2400).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      const name = `${key.voice} ${key.anchor}`;
      return { name, peak, early, last: samples.at(-1)!, finite: samples.every(Number.isFinite) };
    }),
  );
  for (const { name, peak, early, last, finite } of prints) {
    expect(finite, name).toBe(true);
    expect(peak, name).toBeGreaterThan(0.2);
    expect(peak, name).toBeLessThan(1.5);
    expect(early, name).toBeGreaterThan(peak / 2);
    expect(Math.abs(last), name).toBeLessThan(0.001);
  }
});

test('every pitched voice is in tune, bent prints as well', async () => {
  const voices = ['pluck', 'piano', 'bass', 'minor', 'mallet', 'keys', 'glass', 'reed'] as const;
  for (const voice of voices) {
    const from = Math.ceil(PHRASES[voice].midis[0]!);
    for (const midi of [from, from + 1, from + 2]) {
      const hz = 440 * 2 ** ((midi - 69) / 12);
      const found = await page.evaluate(([v, m]) => stage.frequencies(v, m), [
        voice,
        midi,
      ] as const);
      const cents = Math.min(...found.map((f) => Math.abs(1200 * Math.log2(f / hz))));
      expect(cents, `${voice} ${midi}`).toBeLessThan(10);
    }
  }
});

test('no voice is silent and each has its place in the order of loudness', async () => {
  const level: Partial<Record<Voice, number>> = {};
  for (const voice of Object.keys(PHRASES) as Voice[]) {
    const heard = await listen(phrase(voice), 9);
    expect(heard.finite, voice).toBe(true);
    expect(heard.peak, voice).toBeLessThanOrEqual(CEILING);
    level[voice] = heard.level;
  }
  for (const voice of ROUTINE) {
    expect(level[voice], voice).toBeGreaterThan(-40);
    expect(level[voice], voice).toBeLessThan(level.minor! - 3);
    expect(level[voice], voice).toBeLessThan(level.alarm! - 3);
  }
  expect(level.alarm).toBeGreaterThan(level.minor!);
});

test('a full orchestra at full velocity stays at −1 dBFS', async () => {
  const heard = await listen(crowd(), 5);
  expect(heard.finite).toBe(true);
  expect(heard.peak).toBeGreaterThan(0.85);
  expect(heard.peak).toBeLessThanOrEqual(CEILING);
});

test('the pad speaks and is never silent across its chords', async () => {
  const first = chord('pad', [50, 57, 66, 74], 0, 5);
  const second = chord('pad', [52, 59, 67, 74], 5, 5);
  const { levels } = await listen([...first, ...second], 10);
  expect(Math.min(...levels.slice(10, 98))).toBeGreaterThan(-45);
});

test('tied drone notes are one tone that goes on, and ends', async () => {
  // F3 has a half turn left over after 2.5 s: a second stroke would cancel the first at the bar line.
  const bars = [0, 2.5, 5].flatMap((time) => chord('drone', [53], time, 2.5, 0.3));
  const { levels } = await listen(bars, 13);
  const held = levels.slice(12, 74);
  expect(Math.max(...held) - Math.min(...held)).toBeLessThan(1);
  expect(levels.at(-1)).toBeLessThan(-80);
});

test('an error lets the pad step back and come up again', async () => {
  const pad = chord('pad', [50, 57, 66, 74], 0, 12);
  const plain = await listen(pad, 8);
  const silentError = chord('minor', [59], 4, 0.2, 0);
  const ducked = await listen([...pad, ...silentError], 8);
  const drop = (tenth: number): number => plain.levels[tenth]! - ducked.levels[tenth]!;
  expect(drop(38)).toBeCloseTo(0, 3);
  expect(drop(45)).toBeGreaterThan(2);
  expect(drop(45)).toBeLessThan(5.1);
  expect(Math.abs(drop(78))).toBeLessThan(0.2);
});

test('roughness belongs to errors and alarms', async () => {
  const rough = async (voice: keyof typeof CHORDS): Promise<number> => {
    const { midis, onsets } = CHORDS[voice];
    return page.evaluate(([v, m, o]) => stage.roughnessOf(v, m, o), [
      voice,
      midis,
      onsets,
    ] as const);
  };
  const consonant = await Promise.all(
    (['glass', 'mallet', 'keys', 'major', 'bass', 'reed', 'pluck', 'piano'] as const).map(rough),
  );
  const minor = await rough('minor');
  expect(minor).toBeGreaterThan(Math.max(...consonant));
  expect(await rough('alarm')).toBeGreaterThan(2 * minor);
});

test('starts within a click, ticks with the audio clock, pauses and goes on', async () => {
  await page.click('button');
  await expect(page).toHaveTitle('started');
  expect(await opened()).toEqual({ contexts: 1, workers: 0 });
  const ticks = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const heard: number[] = [];
        const end = stage.output.onTick((now) => {
          heard.push(now);
          if (heard.length < 40) return;
          end();
          resolve(heard);
        });
      }),
  );
  const mean = (ticks.at(-1)! - ticks[0]!) / (ticks.length - 1);
  expect(mean).toBeGreaterThan(0.02);
  expect(mean).toBeLessThan(0.03);
  expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));

  const paused = await page.evaluate(async () => {
    await stage.output.suspend();
    return { running: stage.output.running, at: stage.output.now() };
  });
  expect(paused.running).toBe(false);
  expect(await page.evaluate(() => stage.output.now())).toBe(paused.at);
  await page.evaluate(() => stage.output.start());
  expect(await page.evaluate(() => stage.output.running)).toBe(true);
  await page.waitForFunction((at) => stage.output.now() > at, paused.at);
});

test('plays all voices live and closes', async () => {
  const latency = await page.evaluate((notes) => {
    const { output } = stage;
    for (const note of notes) output.play(note, output.now() + note.time);
    output.setVolume(0.5);
    output.setMuted(true);
    output.setMuted(false);
    return output.latencySeconds;
  }, crowd());
  expect(latency).toBeGreaterThan(0);
  await page.waitForFunction(() => stage.output.now() > 2);
  await page.evaluate(() => stage.output.close());
  expect(await page.evaluate(() => [stage.output.running, stage.output.now()])).toEqual([false, 0]);
});

test('says what is missing where there is no AudioWorklet', async () => {
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'AudioWorkletNode'));
  await page.click('button');
  await expect(page).toHaveTitle('SoundUnsupportedError');
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
