import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Runs `npm start`'s script with arguments that end it before anything starts. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/start.ts', ...args], {
    cwd: ROOT,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const code = await new Promise((end) => child.once('close', end));
  return { code, out, err };
}

describe('npm start', () => {
  it('explains itself', async () => {
    const { code, out } = await start('--help');
    expect(code).toBe(0);
    for (const option of ['--replay', '--speed', '--port', '--rate', '--seed', '--quiet'])
      expect(out).toContain(option);
  });

  it.each([
    [['--bogus'], '--bogus'],
    [['--replay', 'no-such-file.json'], 'no-such-file.json'],
    [['--replay', 'src'], 'folder'],
    [['--replay', 'README.md', 'static/favicon.svg'], 'there is no event to replay in'],
  ])('refuses %j in one line, with exit code 2, before anything starts', async (args, named) => {
    const { code, out, err } = await start(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(named);
  });
});
