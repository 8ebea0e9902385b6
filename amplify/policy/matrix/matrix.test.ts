import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesIn, unaligned } from '../../../cli/cost/table-places';
import { synthesise } from '../../synth';
import { isByCode } from './allowance';
import { idleDenials } from './coverage';
import { plant } from './fixtures/plant';
import { judge } from './judge';
import { MATRIX } from './matrix';
import { stage } from './stage';
import { securityTables } from './tables';
import type { Judged } from './tables';
import { OWN } from './variants';
import { verdict } from './verdict';

const SYNTH_MS = 240_000;
const ROOT = join(import.meta.dirname, '../../..');

let judged: readonly Judged[] = [];

beforeAll(async () => {
  judged = await judge();
}, SYNTH_MS);

const of = (name: string): Judged => judged.find((one) => one.name.startsWith(name))!;

describe.each(['hosted', 'own'])('an %s deployment', (kind) => {
  it('allows what the matrix says, denies everything else, and has no statement that is not needed', () => {
    const { tooWide, missing, unused, allowed } = of(kind).verdict;
    expect({ tooWide, missing, unused }).toEqual({ tooWide: [], missing: [], unused: [] });
    expect(allowed.size).toBeGreaterThan(0);
  });

  it('lets nobody reach our queues and topics without TLS', () => {
    const { stage: there } = of(kind);
    const gone = "the revoked listener's queue, which is gone";
    const cells = there
      .cells()
      .filter(({ on, action }) => /^(sqs:|sns:Publish)/.test(action) && on !== '*' && on !== gone);
    const plain = cells.map((cell) => [cell, there.decide(cell, false)] as const);
    expect(plain.filter(([, { allowed }]) => allowed).map(([cell]) => cell)).toEqual([]);
    const decisions = plain.map(([, decision]) => decision);
    expect(idleDenials(there.policies(), decisions)).toEqual([]);
  });
});

describe('a planted mistake is found', () => {
  it.each(plant)(
    '%s',
    async (_, change, expected) => {
      const templates = structuredClone(await synthesise(undefined, OWN));
      change(templates);
      const { tooWide, missing, unused } = verdict(stage(templates, 'own'), ['own', 'taps']);
      expect([...tooWide, ...missing, ...unused].join('\n')).toContain(expected);
    },
    SYNTH_MS,
  );
});

/** How the SDK calls an action. */
const CALLS = new Map([
  ['lambda:InvokeFunction', /InvokeCommand/],
  ['sns:Publish', /Publish(Batch)?Command/],
  ['sqs:ListQueues', /ListQueues/],
  ['sns:ListTopics', /ListTopics/],
]);

const callOf = (action: string): RegExp => {
  const name = action.split(':')[1] ?? '';
  return CALLS.get(action) ?? new RegExp(`\\b${name}(Batch)?Command\\b`);
};

/** What the code in a folder says, tests apart. */
function codeIn(folder: string): string {
  const files = readdirSync(join(ROOT, folder)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  return files.map((name) => readFileSync(join(ROOT, folder, name), 'utf8')).join('\n');
}

describe('every line is needed', () => {
  const byCode = MATRIX.filter(isByCode);
  const calls = byCode.flatMap(({ need, may }) => may.map((action) => `${need} ${action}`));

  it.each([...new Set(calls)].map((call) => call.split(' ')))('%s calls %s', (folder, action) => {
    expect(callOf(action!).test(codeIn(folder!))).toBe(true);
  });
});

describe('the tables of docs/security.md', () => {
  it('are the matrix: else run `npx tsx amplify/policy/matrix/write-document.ts`', () => {
    const standing = tablesIn(readFileSync(join(ROOT, 'docs/security.md'), 'utf8'));
    const tables = securityTables(judged);
    expect(Object.keys(standing).toSorted()).toEqual(Object.keys(tables).toSorted());
    for (const [name, table] of Object.entries(tables))
      expect(unaligned(standing[name] ?? ''), name).toBe(unaligned(table));
  });
});
