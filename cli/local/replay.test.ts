import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { replayOf, replayOfFiles } from './replay';
import { UsageError } from './usage-error';

function record(eventID: string, eventTime: string) {
  return {
    eventVersion: '1.08',
    eventTime,
    eventSource: 'ec2.amazonaws.com',
    eventName: 'DescribeInstances',
    awsRegion: 'eu-west-1',
    eventID,
    eventType: 'AwsApiCall',
    recipientAccountId: '123456789012',
  };
}

const FOLDER = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function written(name: string, content: string | Buffer): string {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}

const ids = (items: readonly { body: string }[]) =>
  items.map(({ body }) => (JSON.parse(body) as { id: string }).id);

describe('a replay', () => {
  it('splits a log file in single events as EventBridge delivers them, in order of time', () => {
    const records = [
      record('c', '2026-01-01T00:00:09Z'),
      record('a', '2026-01-01T00:00:00Z'),
      record('b', '2026-01-01T00:00:04Z'),
    ];
    const { items } = replayOf([JSON.stringify({ Records: records })], 2);
    expect(ids(items)).toEqual(['a', 'b', 'c']);
    expect(items.map(({ atMs }) => atMs)).toEqual([0, 2_000, 4_500]);
    expect(JSON.parse(items[0]?.body ?? '')).toMatchObject({
      'detail-type': 'AWS API Call via CloudTrail',
      source: 'aws.ec2',
      detail: { eventName: 'DescribeInstances' },
    });
  });

  it('shortens silences to ten seconds of playing', () => {
    const bodies = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:05Z'].map(
      (time, index) => JSON.stringify(record(`e${index}`, time)),
    );
    expect(replayOf(bodies, 1).items.map(({ atMs }) => atMs)).toEqual([0, 10_000, 15_000]);
  });

  it('passes on what cannot be read, where it stood', () => {
    const { items, events, unreadable } = replayOf(
      [
        JSON.stringify(record('b', '2026-01-01T00:00:05Z')),
        '{"cut": ',
        JSON.stringify(record('a', '2026-01-01T00:00:00Z')),
      ],
      1,
    );
    expect(items.map(({ body }) => body.includes('cut'))).toEqual([false, false, true]);
    expect([events, unreadable]).toEqual([2, 1]);
  });

  it('reads files together, packed or not', async () => {
    const plain = written(
      'plain.jsonl',
      `${JSON.stringify(record('b', '2026-01-01T00:00:01Z'))}\n`,
    );
    const log = JSON.stringify({ Records: [record('a', '2026-01-01T00:00:00Z')] });
    const { items, events } = await replayOfFiles([plain, written('packed', gzipSync(log))], 1);
    expect([items.length, events]).toEqual([2, 2]);
    expect(items[0]?.body).toContain('"a"');
  });

  it.each([
    ['is empty', ''],
    ['is of other bytes', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 89) % 256))],
    ['holds other JSON', '{"name": "a package"}\n{"name": "another"}\n'],
  ])('refuses a file that %s', async (_, content) => {
    const path = written('nothing.jsonl', content);
    const refused: unknown = await replayOfFiles([path, path], 1).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    const told = (refused as UsageError).toldBy('npm start');
    expect(told).toContain(`there is no event to replay in "${path}", "${path}"`);
    expect(told).not.toContain('\n');
  });
});
