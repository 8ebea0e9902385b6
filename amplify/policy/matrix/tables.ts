import { counted, markdownTable } from '../../../cli/cost/markdown-table';
import { isByCode } from './allowance';
import type { Allowance, Where } from './allowance';
import { FUNCTIONS } from './functions';
import { PEOPLE } from './people';
import { SERVICES } from './services';
import type { Stage } from './stage';
import { TAPS } from './taps';
import type { Verdict } from './verdict';

const WHERES: Readonly<Record<Where, string>> = {
  own: 'own deployments',
  taps: 'where it is switched on',
};

/** Names with what most of them begin with said once: `function a, b`. */
function together(names: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const start = /^(role of function|log of function|function) /.exec(name)?.[0] ?? '';
    groups.set(start, [...(groups.get(start) ?? []), name.slice(start.length)]);
  }
  const all = [...groups].map(([start, rest]) => `${start}${rest.join(', ')}`);
  return all.join('; ').replaceAll('*', '\\*');
}

function row(allowance: Allowance): string[] {
  const { who, may, on, need, where } = allowance;
  const code = isByCode(allowance) ? `\`${need}\`` : need;
  const needs = where === undefined ? code : `${code} (${WHERES[where]})`;
  return [together(who), may.map((action) => `\`${action}\``).join(', '), together(on), needs];
}

const lines = (allowances: readonly Allowance[]): string =>
  markdownTable(['who', 'may', 'on', 'needed by'], allowances.map(row));

/** A deployment that was judged, for the table of what was decided. */
export interface Judged {
  readonly name: string;
  readonly stage: Stage;
  readonly verdict: Verdict;
}

function totals(judged: readonly Judged[]): string {
  const rows = judged.map(({ name, stage, verdict: { cellCount, allowed } }) => [
    name,
    counted(stage.actors.size),
    counted(stage.resources.size),
    counted(cellCount),
    counted(allowed.size),
    counted(cellCount - allowed.size),
  ]);
  const head = ['deployment', 'principals', 'resources', 'cells', 'allowed', 'denied'];
  return markdownTable(head, rows, [1, 2, 3, 4, 5]);
}

/** The tables of docs/security.md, by the names of their places. */
export const securityTables = (judged: readonly Judged[]): Readonly<Record<string, string>> => ({
  decided: totals(judged),
  people: lines(PEOPLE),
  services: lines(SERVICES),
  functions: lines(FUNCTIONS),
  taps: lines(TAPS),
});
