import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const AMPX = resolve(import.meta.dirname, '../node_modules/.bin/ampx');

it('Amplify’s command line runs as the lock file has it', { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)(AMPX, ['sandbox', '--help']);
  expect(stdout).toContain('ampx sandbox');
  expect(stdout).toContain('--once');
});
