import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'mappings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const all = ['cli/prepare.mjs', 'cli/mappings.ts', ...args];
  return spawnSync(process.execPath, all, { cwd: ROOT, encoding: 'utf8' });
}

it('our own mappings are valid, and each of their rules is heard in our samples', () => {
  const { stdout, status } = run();
  expect(status).toBe(0);
  const names = [...stdout.matchAll(/^mappings\/([\w-]+)\.json is valid/gm)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(['default', 'drum-and-bass', 'quiet']);
  expect(stdout.match(/Dead rules, which no sample reaches: none/g)).toHaveLength(3);
  expect(stdout.match(/Shadowed rules: none/g)).toHaveLength(3);
});

it('ends with 1 when a mapping is not valid, and says all that is wrong', () => {
  writeFileSync(join(folder, 'a.json'), '{"name": "A"}');
  writeFileSync(join(folder, 'b.json'), '{"name": }');
  writeFileSync(join(folder, 'schema.json'), 'not looked at');
  const { stdout, status } = run(folder);
  expect(status).toBe(1);
  expect(stdout).toMatch(/a\.json has 2 mistakes:\n {2}idle is missing\.\n {4}Say what sounds/);
  expect(stdout).toMatch(/b\.json has one mistake:\n {2}The mapping is not JSON\./);
});

it('takes the events of files', () => {
  const sample = join(folder, 'events.jsonl');
  writeFileSync(sample, '{"source": "aws.kms", "detail-type": "Test", "detail": {}}\n');
  const { stdout, status } = run('mappings/default.json', '--samples', sample);
  expect(status).toBe(0);
  expect(stdout).toMatch(/key-is-used +1 {2}aws\.kms, Test/);
  expect(stdout).toContain('0 of 1 sample events');
});

it('ends with 2 for a wrong call, and with 0 for help', () => {
  expect(run('--loud')).toMatchObject({ status: 2, stdout: '' });
  expect(run(join(folder, 'nowhere'))).toMatchObject({ status: 2, stdout: '' });
  expect(run('--samples', join(folder, 'nothing'))).toMatchObject({ status: 2, stdout: '' });
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
});
