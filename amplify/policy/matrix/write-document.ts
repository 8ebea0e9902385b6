/** Lays the matrix into docs/security.md: `npx tsx amplify/policy/matrix/write-document.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { withTables } from '../../../cli/cost/table-places';
import { judge } from './judge';
import { securityTables } from './tables';

const DOCUMENT = new URL('../../../docs/security.md', import.meta.url);

const laid = withTables(readFileSync(DOCUMENT, 'utf8'), securityTables(await judge()));
writeFileSync(DOCUMENT, await format(laid, { parser: 'markdown' }));
