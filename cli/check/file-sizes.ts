import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { ROOT, type Step } from './step';

/** DESIGN: half of all files stay under 80 lines, nine in ten under 200; lint holds the maximum of 300. */
const MEDIAN_LINES = 80;
const NINTH_DECILE_LINES = 200;

const CODE = /\.(ts|js|mjs|svelte)$/;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The code files that git knows, and how long each is. */
function lineCounts(): number[] {
  const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return files
    .filter((file) => CODE.test(file))
    .map((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1)
    .sort((a, b) => a - b);
}

/** Holds the limits on file length that are about the whole tree. */
export const fileSizes: Step = {
  name: 'file sizes',
  run: async () => {
    const lines = lineCounts();
    const median = quantile(lines, 0.5);
    const ninth = quantile(lines, 0.9);
    console.log(
      `${lines.length} files, median ${median} lines (under ${MEDIAN_LINES}), nine in ten under ${ninth} (under ${NINTH_DECILE_LINES})`,
    );
    const ok = lines.length > 0 && median < MEDIAN_LINES && ninth < NINTH_DECILE_LINES;
    return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};
