import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { coreSpeed, readingSpeed } from './core-speed';
import { type Figure, isMet } from './figure';
import { firstSound } from './first-sound';
import { flood } from './flood';
import { frames } from './frames';
import { launch } from './listening-page';
import { type LocalStack, startLocalStack } from './local-stack';
import { recordingFigures } from './recording';
import { sendToSound } from './send-to-sound';

const RESULTS = fileURLToPath(new URL('results.json', import.meta.url));

async function withStack(
  measure: (browser: Browser, stack: LocalStack) => Promise<Figure[]>,
): Promise<Figure[]> {
  const browser = await launch();
  const stack = await startLocalStack();
  try {
    return await measure(browser, stack);
  } finally {
    await Promise.allSettled([browser.close(), stack.stop()]);
  }
}

async function listening(browser: Browser, stack: LocalStack): Promise<Figure[]> {
  return [
    ...(await firstSound(browser, stack.address, 'demo', /a calm day/i)),
    ...(await firstSound(browser, stack.address, 'queue', /your queue/i)),
    ...(await sendToSound(browser, stack)),
    ...(await frames(browser, stack, 10)),
    ...(await frames(browser, stack, 200)),
  ];
}

async function recording(): Promise<Figure[]> {
  const browser = await launch();
  try {
    return await recordingFigures(browser);
  } finally {
    await browser.close();
  }
}

/** What can be measured, and whether it is unless it is named: a flood takes ten minutes. */
const PARTS: readonly (readonly [
  name: string,
  isUsual: boolean,
  measure: () => Figure[] | Promise<Figure[]>,
])[] = [
  ['core', true, () => [...readingSpeed(), ...coreSpeed()]],
  ['listening', true, () => withStack(listening)],
  ['recording', true, recording],
  ['flood', false, () => withStack(flood)],
];

function chosen(names: readonly string[]): typeof PARTS {
  if (names.length === 0) return PARTS.filter(([, isUsual]) => isUsual);
  const known = PARTS.map(([name]) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return PARTS.filter(([name]) => names.includes(name));
  console.error(`Unknown: ${unknown.join(', ')}. Choose from: ${known.join(', ')}.`);
  process.exit(2);
}

const round = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : value.toFixed(1);

function row(figure: Figure): string {
  const { name, value, low, high, unit, target, spread } = figure;
  const bound = 'atLeast' in target ? `≥ ${round(target.atLeast)}` : `≤ ${round(target.atMost)}`;
  return [
    isMet(figure) ? 'met   ' : 'MISSED',
    name.padEnd(42),
    round(value).padStart(9),
    unit.padEnd(9),
    bound.padEnd(10),
    `${round(low)} … ${round(high)}  (${spread})`,
  ].join(' ');
}

async function main(): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const figures: Figure[] = [];
  for (const [, , measure] of chosen(process.argv.slice(2))) figures.push(...(await measure()));
  console.log(`\n${machine}`);
  for (const figure of figures) console.log(row(figure));
  writeFileSync(RESULTS, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}

await main();
