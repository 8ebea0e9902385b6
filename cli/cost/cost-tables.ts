import { bill, total } from './bill';
import { counted, markdownTable, money } from './markdown-table';
import { PRICES, type Price } from './price-list';
import { SCENARIOS, TAPS, type Scenario } from './scenarios';

function scenarioRow({ title, usage }: Scenario): string[] {
  const { sqs = 0, sns = 0, transferGb = 0 } = usage;
  const amounts = [counted(sqs), counted(sns), transferGb.toFixed(1)];
  return [title, ...amounts, money(total(usage, true)), money(total(usage, false))];
}

function months(): string {
  const head = [
    'a month of',
    'SQS requests',
    'SNS publishes',
    'GB out',
    'with what is free',
    'without',
  ];
  return markdownTable(head, SCENARIOS.map(scenarioRow), [1, 2, 3, 4, 5]);
}

/** Every line of one scenario's bill, the dearest first. */
function lines({ usage }: Scenario): string {
  const rows = bill(usage, false)
    .toSorted((a, b) => b.usd - a.usd)
    .map(({ price, units, usd }) => [
      PRICES[price].what,
      units < 100 ? units.toFixed(2) : counted(units),
      money(usd),
    ]);
  return markdownTable(['1,000 people', 'units', 'without what is free'], rows, [1, 2]);
}

function taps(): string {
  const rows = TAPS.map(({ title, usage }) => [title, money(total(usage, false))]);
  return markdownTable(['a million events by', 'until they are heard'], rows, [1]);
}

function prices(): string {
  const rows = Object.values<Price>(PRICES).map((price) => [
    price.what,
    `$${price.usd}${price.per === 1 ? '' : ` for ${counted(price.per)}`}`,
    price.freePerMonth === 0 ? '–' : counted(price.freePerMonth),
    price.source,
    price.seenIn2026 ? '2026' : 'earlier',
  ]);
  return markdownTable(['what', 'price', 'free each month', 'source', 'seen'], rows, [2]);
}

const crowd = SCENARIOS.find(({ title }) => title.includes('1,000 people'));

/** The tables of docs/cost.md, by the names that stand there. */
export const COST_TABLES: Readonly<Record<string, string>> = {
  months: months(),
  crowd: crowd ? lines(crowd) : '',
  taps: taps(),
  prices: prices(),
};
