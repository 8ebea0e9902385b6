import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { COST_TABLES } from './cost/cost-tables';
import { withTables } from './cost/table-places';

/** Prints the tables of docs/cost.md; with `--write`, lays them into it. */
const FILE = new URL('../docs/cost.md', import.meta.url);

if (process.argv.includes('--write')) {
  const text = withTables(readFileSync(FILE, 'utf8'), COST_TABLES);
  writeFileSync(FILE, await format(text, { parser: 'markdown', printWidth: 100 }));
} else {
  for (const table of Object.values(COST_TABLES)) console.log(`${table}\n`);
}
