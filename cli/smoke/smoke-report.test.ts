import { describe, expect, it } from 'vitest';
import { Leftovers } from './leftovers';
import { exitCode, resultLine, summaryLine } from './result-table';
import { NotTried, SmokeReport, type Result } from './smoke-report';

function report(signal = new AbortController().signal) {
  let ms = 0;
  return new SmokeReport(
    signal,
    () => (ms += 500),
    () => undefined,
  );
}

const fine = async () => ({ value: 7, detail: 'seven' });

describe('a report', () => {
  it('keeps what each check came to, and gives what it found', async () => {
    const checks = report();
    expect(await checks.check('a', fine)).toBe(7);
    const refused = Object.assign(new Error('No.'), { resolution: 'Ask again.' });
    expect(await checks.check('b', () => Promise.reject(refused))).toBeNull();
    await checks.check('c', () => Promise.reject(new NotTried('needs more')));
    checks.skip('d', 'not here');
    expect(checks.results).toEqual([
      { name: 'a', verdict: 'ok', detail: 'seven', seconds: 0.5 },
      { name: 'b', verdict: 'failed', detail: 'No. Ask again.', seconds: 0.5 },
      { name: 'c', verdict: 'skipped', detail: 'needs more', seconds: 0.5 },
      { name: 'd', verdict: 'skipped', detail: 'not here', seconds: 0 },
    ]);
  });

  it('begins nothing once it is stopped', async () => {
    const stop = new AbortController();
    const checks = report(stop.signal);
    const cut = checks.check('a', async () => {
      stop.abort();
      throw new Error('AbortError');
    });
    expect(await cut).toBeNull();
    let begun = false;
    await checks.check('b', async () => {
      begun = true;
      return fine();
    });
    expect(begun).toBe(false);
    expect(checks.results.map(({ detail }) => detail)).toEqual([
      'stopped in the middle',
      'stopped before it',
    ]);
  });
});

describe('the table', () => {
  const result = (verdict: Result['verdict'], detail = ''): Result => ({
    name: 'hears',
    verdict,
    detail,
    seconds: 1.25,
  });

  it('says all that a check came to, in one line without codes for the terminal', () => {
    const line = resultLine(result('failed', 'no\u001b[31m\nevent'));
    expect(line).toMatch(/^FAILED {2}hears +1\.3 s {2}no \[31m event$/);
  });

  it('counts, and fails when one failed or nothing was tried', () => {
    const results = [result('ok'), result('skipped'), result('skipped')];
    expect(summaryLine(results)).toBe('1 ok, 0 failed, 2 skipped');
    expect(exitCode(results)).toBe(0);
    expect(exitCode([...results, result('failed')])).toBe(1);
    expect(exitCode([result('skipped')])).toBe(1);
  });
});

describe('what is left', () => {
  it('is removed newest first, each whether or not the others could be', async () => {
    const removed: string[] = [];
    const leftovers = new Leftovers();
    const add = (name: string) =>
      leftovers.add(name, async () => {
        if (name === 'broken') throw new Error('stuck');
        removed.push(name);
      });
    ['account', 'gone', 'broken', 'share'].forEach(add);
    leftovers.gone('gone');
    expect(leftovers.names).toEqual(['account', 'broken', 'share']);
    const checks = report();
    await leftovers.remove(checks);
    expect(removed).toEqual(['share', 'account']);
    expect(checks.results.map(({ verdict }) => verdict)).toEqual(['ok', 'failed', 'ok']);
    expect(leftovers.names).toEqual([]);
  });
});
