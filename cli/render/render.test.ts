import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Score } from '../../src/lib/core/score/score';

const ROOT = resolve(import.meta.dirname, '../..');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const FOLDER = mkdtempSync(join(tmpdir(), 'render-'));
const EVENTS = join(FOLDER, 'events.jsonl.gz');

const lines = Array.from({ length: 20 }, (_, at) =>
  JSON.stringify({
    version: '0',
    id: `e${at}`,
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '123456789012',
    time: new Date(Date.UTC(2026, 0, 5) + at * 700).toISOString(),
    region: 'eu-west-1',
    resources: [],
    detail: { bucket: { name: `bucket-${at % 3}` }, object: { key: 'k' } },
  }),
);
writeFileSync(EVENTS, gzipSync(`${lines.join('\n')}\nnot an event\n`));

afterAll(() => rmSync(FOLDER, { recursive: true }));

function render(...args: string[]) {
  return spawnSync(process.execPath, [TSX, join(ROOT, 'cli/render.ts'), ...args], {
    cwd: FOLDER,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, INIT_CWD: ROOT },
  });
}

describe('npm run render', () => {
  it('prints the Score and nothing else, from any folder, twice the same bytes', () => {
    const first = render('events.jsonl.gz', '--score', '-');
    expect(first.status).toBe(0);
    const score = JSON.parse(first.stdout) as Score;
    expect(score.events).toHaveLength(20);
    expect(score.unreadable.map(({ index }) => index)).toEqual([20]);
    expect(render(EVENTS, '--score', '-').stdout).toBe(first.stdout);
  });

  it('writes a Score and a MIDI file, where it was called, and says nothing', () => {
    const { status, stdout } = render(
      EVENTS,
      '--score',
      's.json',
      '--midi',
      'm.mid',
      '--seed',
      '2',
    );
    expect([status, stdout]).toEqual([0, '']);
    expect((JSON.parse(readFileSync(join(FOLDER, 's.json'), 'utf8')) as Score).seed).toBe(2);
    expect(readFileSync(join(FOLDER, 'm.mid')).subarray(0, 4).toString()).toBe('MThd');
  });

  it('writes MIDI to standard output, and no file of that name', () => {
    const { status, stdout, stderr } = render(EVENTS, '--midi', '-');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.slice(0, 4)).toBe('MThd');
    expect(existsSync(join(FOLDER, '-'))).toBe(false);
  });

  it('reads UTF-16', () => {
    writeFileSync(join(FOLDER, 'wide.jsonl'), `\ufeff${lines.join('\r\n')}`, 'utf16le');
    expect(render('wide.jsonl').stdout).toMatch(/^20 events, /);
  });

  it('tells every mistake of a mapping, one a line', () => {
    const rule = { id: 'a', title: 'A', pattern: { source: [] }, news: 'great', voice: 'tuba' };
    writeFileSync(join(FOLDER, 'wrong.json'), JSON.stringify({ name: 'Wrong', rules: [rule] }));
    const { status, stderr } = render(EVENTS, '--mapping', 'wrong.json');
    expect(status).toBe(2);
    const [first, ...mistakes] = stderr.trimEnd().split('\n');
    expect(first).toContain(`"wrong.json" has ${mistakes.length} mistakes`);
    for (const field of ['pattern.source', 'news', 'voice', 'interrupt'])
      expect(mistakes.filter((line) => line.includes(`rules[0].${field} `))).toHaveLength(1);
    for (const line of mistakes) expect(line).toMatch(/^ {2}\S.*\. \S.*\.$/);
  });

  it('prints a summary when nothing else is asked for', () => {
    expect(render(EVENTS).stdout).toMatch(/^20 events, \d+ notes/);
  });

  it('ends with 2 and one clear line for a wrong call', () => {
    const idle = { title: 'Nothing happens', voice: 'pad' };
    const empty = JSON.stringify({ name: 'Empty', rules: [], idle });
    writeFileSync(join(FOLDER, 'mapping.json'), empty);
    writeFileSync(join(FOLDER, 'torn.json'), '{"name": ');
    const calls = [
      ['missing.jsonl'],
      [EVENTS, '--mapping', 'mapping.json'],
      [EVENTS, '--mapping', 'torn.json'],
      [EVENTS, '--score', 'no/such/folder/s.json'],
      [EVENTS, '--max-gap', '-1'],
    ];
    for (const call of calls) {
      const { status, stdout, stderr } = render(...call);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(/^npm run render: /);
    }
  });
});

const CORPUS = resolve(ROOT, '../shared/corpus');

describe.runIf(existsSync(CORPUS))('documented and recorded events', () => {
  const documented = (existsSync(CORPUS) ? readdirSync(CORPUS) : [])
    .map((name) => join(CORPUS, name, 'eventbridge.jsonl'))
    .filter((file) => existsSync(file));
  const stream = join(CORPUS, 'invictus-aws-dataset/cloudtrail-stream-part1.jsonl.gz');

  it('have exactly one disposition each, and those that are played are noted', () => {
    const { status, stdout } = render(...documented, stream, '--speed', '30', '--score', '-');
    expect(status).toBe(0);
    const score = JSON.parse(stdout) as Score;
    const bodies = documented.map((file) => readFileSync(file, 'utf8').trim().split('\n').length);
    const sum = bodies.reduce((total, count) => total + count, 1432);
    expect(score.events.length + score.unreadable.length).toBe(sum);
    const noted = new Set(score.notes.flatMap(({ events }) => events));
    for (const { id, disposition } of score.events) {
      expect(['played', 'aggregated', 'duplicate']).toContain(disposition);
      expect(noted.has(id)).toBe(true);
    }
  });
});
