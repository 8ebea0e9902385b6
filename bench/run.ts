import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { coreSpeed, readingSpeed } from './core-speed';
import { type Figure, isMet } from './figure';
import { firstSound } from './first-sound';
import { frames } from './frames';
import { launch } from './listening-page';
import { startLocalStack } from './local-stack';
import { sendToSound } from './send-to-sound';

const RESULTS = fileURLToPath(new URL('results.json', import.meta.url));

async function browserFigures(): Promise<Figure[]> {
  const browser = await launch();
  const stack = await startLocalStack();
  try {
    return [
      ...(await firstSound(browser, stack.address, 'demo', /a calm day/i)),
      ...(await firstSound(browser, stack.address, 'queue', /your queue/i)),
      ...(await sendToSound(browser, stack)),
      ...(await frames(browser, stack, 10)),
      ...(await frames(browser, stack, 200)),
    ];
  } finally {
    await Promise.allSettled([browser.close(), stack.stop()]);
  }
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
  const figures = [...readingSpeed(), ...coreSpeed(), ...(await browserFigures())];
  console.log(`\n${machine}`);
  for (const figure of figures) console.log(row(figure));
  writeFileSync(RESULTS, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}

await main();
