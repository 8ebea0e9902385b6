import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser';
import { check, ROOT, run, type Step, type Tally } from './step';

const REPORTS = join(ROOT, '.local', 'reports');

/** A fresh place for a runner's JSON report, so that an old one is never counted. */
function reportFile(name: string): string {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

/** A runner that failed without a failed test (a crash, no tests found) still counts as one failure. */
function tally(exitCode: number, passed: number, failed: number): Tally {
  const crashed = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: crashed ? Math.max(1, failed) : failed };
}

export const unitTests: Step = {
  name: 'unit tests',
  run: async () => {
    const file = reportFile('unit.json');
    const code = await run('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return tally(code, report.numPassedTests, report.numFailedTests);
  },
};

export const browserTests: Step = {
  name: 'browser tests',
  run: async () => {
    const file = reportFile('browser.json');
    const code = await run('playwright', ['test', '--reporter=list,json'], {
      CHROMIUM_PATH: await ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    });
    const { stats } = JSON.parse(readFileSync(file, 'utf8'));
    return tally(code, stats.expected, stats.unexpected + stats.flaky);
  },
};

/** The real page hears 100,000 messages through faults, two tabs that end each other included, each exactly once. */
export const faults: Step = check('faults', 'tsx', 'cli/soak.ts', '--messages', '100000');
