import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

function run(input: string, ...args: string[]) {
  const all = ['cli/prepare.mjs', 'cli/match.ts', ...args];
  return spawnSync(process.execPath, all, { cwd: ROOT, input, encoding: 'utf8' });
}

it('answers line by line, in order, and goes on after a bad one', () => {
  const lines = [
    '{"id": 1, "pattern": {"source": ["aws.s3"]}, "event": {"source": "aws.s3"}}',
    'not JSON',
    '',
    '{"id": 2, "pattern": {"source": "aws.s3"}, "event": {}}',
    '{"id": 3, "pattern": {"source": ["aws.s3"]}, "event": {}}',
  ];
  const { stdout, status } = run(lines.join('\r\n'));
  const answers = stdout.trim().split('\n');
  expect(answers.map((answer) => (JSON.parse(answer) as { result: string }).result)).toEqual([
    'match',
    'invalid-line',
    'invalid-pattern',
    'no-match',
  ]);
  expect(status).toBe(0);
});

it('tells how it is called, and refuses other calls', () => {
  expect(run('', '--help')).toMatchObject({ status: 0, stderr: '' });
  expect(run('', 'file.jsonl')).toMatchObject({ status: 2, stdout: '' });
});
