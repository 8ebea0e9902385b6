import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { replayItems, replayOf } from './replay';

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

const ids = (items: readonly { body: string }[]) =>
  items.map(({ body }) => (JSON.parse(body) as { id: string }).id);

describe('a replay', () => {
  it('splits a log file in single events as EventBridge delivers them, in order of time', () => {
    const records = [
      record('c', '2026-01-01T00:00:09Z'),
      record('a', '2026-01-01T00:00:00Z'),
      record('b', '2026-01-01T00:00:04Z'),
    ];
    const items = replayItems([JSON.stringify({ Records: records })], 2);
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
    expect(replayItems(bodies, 1).map(({ atMs }) => atMs)).toEqual([0, 10_000, 15_000]);
  });

  it('passes on what cannot be read, where it stood', () => {
    const items = replayItems(
      [
        JSON.stringify(record('b', '2026-01-01T00:00:05Z')),
        '{"cut": ',
        JSON.stringify(record('a', '2026-01-01T00:00:00Z')),
      ],
      1,
    );
    expect(items.map(({ body }) => body.includes('cut'))).toEqual([false, false, true]);
  });

  it('reads files together, packed or not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'));
    const plain = join(folder, 'plain.jsonl');
    const packed = join(folder, 'packed.json.gz');
    writeFileSync(plain, `${JSON.stringify(record('b', '2026-01-01T00:00:01Z'))}\n`);
    const log = JSON.stringify({ Records: [record('a', '2026-01-01T00:00:00Z')] });
    writeFileSync(packed, gzipSync(log));
    const items = await replayOf([plain, packed], 1);
    rmSync(folder, { recursive: true });
    expect(items).toHaveLength(2);
    expect(items[0]?.body).toContain('"a"');
  });
});
