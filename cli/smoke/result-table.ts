import type { Result } from './smoke-report';

const MARKS = { ok: 'ok     ', failed: 'FAILED ', skipped: 'skipped' } as const;
const NAME_WIDTH = 58;

/** Names and answers come from afar, and may hold codes that steer a terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** One line of the table. */
export function resultLine({ verdict, name, seconds, detail }: Result): string {
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  return `${MARKS[verdict]} ${plain(name).padEnd(NAME_WIDTH)}${time}  ${plain(detail)}`.trimEnd();
}

/** How many of each verdict, in one line. */
export function summaryLine(results: readonly Result[]): string {
  const count = (verdict: Result['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  return `${count('ok')} ok, ${count('failed')} failed, ${count('skipped')} skipped`;
}

/** 0 where nothing failed and something was tried; 1 otherwise. */
export function exitCode(results: readonly Result[]): 0 | 1 {
  const failed = results.some(({ verdict }) => verdict === 'failed');
  return failed || !results.some(({ verdict }) => verdict === 'ok') ? 1 : 0;
}
