import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COST_TABLES } from './cost-tables';
import { REQUESTS_PER_HOUR } from './listening-use';
import { counted, money } from './markdown-table';
import { tablesIn, unaligned, withTables } from './table-places';

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('the tables of docs/cost.md', () => {
  it('are those that the calculator gives: else run `npx tsx cli/cost.ts --write`', () => {
    const standing = tablesIn(docs('cost.md'));
    expect(Object.keys(standing).toSorted()).toEqual(Object.keys(COST_TABLES).toSorted());
    for (const [name, table] of Object.entries(COST_TABLES))
      expect(unaligned(standing[name] ?? ''), name).toBe(unaligned(table));
  });

  it('begin from the requests that docs/requests.md has', () => {
    const all = [...docs('requests.md').matchAll(/^\|[^|]*\|(?:[^|]*\|){3}\s*([\d,]+) \|/gm)];
    const [quiet, busy] = all.map(([, count]) => count);
    expect(quiet).toBe(counted(REQUESTS_PER_HOUR.quiet));
    expect(busy).toBe(counted(REQUESTS_PER_HOUR.busy));
  });
});

describe('a table in a document', () => {
  const text = 'a\n\n<!-- table: one -->\n\n| x |\n\n<!-- end of table -->\n\nb';

  it('is laid into its place, and found there', () => {
    const laid = withTables(text, { one: '| y |' });
    expect(tablesIn(laid)).toEqual({ one: '| y |' });
    expect(laid.startsWith('a\n')).toBe(true);
    expect(laid.endsWith('\nb')).toBe(true);
  });

  it('must be known', () => {
    expect(() => withTables(text, { two: '' })).toThrow('No table is called one.');
  });
});

describe('money', () => {
  it.each([
    [0, '–'],
    [0.000072, '$0.000072'],
    [0.05, '$0.05'],
    [1234.5, '$1,234.50'],
  ])('of %d is %s', (usd, text) => {
    expect(money(usd)).toBe(text);
  });
});
