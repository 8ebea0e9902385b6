import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { perform } from '$lib/core/compose/perform';
import { writeScore } from '$lib/core/score/score-writer';
import type { RecordedEvent } from '../recording';
import type { DroppedFile } from './dropped-file';
import { dropped, log, mapping, packed, readThem, record, records } from './fixtures/log-files';

async function heard(...files: DroppedFile[]): Promise<readonly RecordedEvent[]> {
  const { recording } = await readThem(...files);
  const { slots } = await recording.plan({ speed: 1, skipSilences: true });
  return recording.read(0, slots);
}

const THREE = records(3);
const LINES = THREE.map((each) => JSON.stringify(each)).join('\n');
const HISTORY = [
  'Event name,Event time,User name,Event source,AWS region,Error code,Event ID',
  'PutObject,2026-03-03T08:00:00Z,mira,s3.amazonaws.com,eu-north-1,,h-1',
  'Invoke,2026-03-03T08:00:01Z,"Doe, Jo",lambda.amazonaws.com,eu-north-1,,h-2',
  'RunInstances,2026-03-03T08:00:02Z,mira,ec2.amazonaws.com,eu-north-1,,h-3',
].join('\n');
const ATHENA = [
  '"eventtime","eventsource","eventname","useridentity"',
  ...['PutObject', 'GetObject', 'CopyObject'].map(
    (name) => `"2026-03-03T08:00:00Z","s3.amazonaws.com","${name}","{type=IAMUser, username=mira}"`,
  ),
].join('\n');
const LOOKUP = { Events: THREE.map((each) => ({ CloudTrailEvent: JSON.stringify(each) })) };
const MESSAGES = THREE.map((each, at) => ({
  MessageId: `m-${at}`,
  ReceiptHandle: 'x',
  Body: JSON.stringify(each),
}));

describe('a recording can be made of', () => {
  it.each([
    ['a CloudTrail log', dropped('a.json', log(THREE))],
    ['a packed one', packed('a.json.gz', log(THREE))],
    ['a packed one without its ending', packed('a.json', log(THREE))],
    ['one that was packed in two pieces', twoMembers()],
    ['a pretty one', dropped('a.json', JSON.stringify({ Records: THREE }, null, 2))],
    ['lines', dropped('a.jsonl', LINES)],
    ['lines in UTF-16', dropped('a.jsonl', Buffer.from(`\ufeff${LINES}`, 'utf16le'))],
    ['lines in UTF-16, the other way round', dropped('a.jsonl', bigEndian(LINES))],
    ['records in a row', dropped('a', LINES.replaceAll('\n', ''))],
    ['a list', dropped('a.json', JSON.stringify(THREE))],
    ['bodies as texts, one a line', dropped('a.jsonl', texts().join('\n'))],
    ['bodies as texts in a list', dropped('a.json', `[${texts().join(',')}]`)],
    ['messages of a queue', dropped('a.json', JSON.stringify({ Messages: MESSAGES }, null, 2))],
    ['looked up events', dropped('a.json', JSON.stringify(LOOKUP))],
    ['event history, JSON', dropped('event_history.json', log(THREE))],
    ['event history, CSV', dropped('event_history.csv', HISTORY)],
    ['a table of Athena', dropped('a.csv', ATHENA)],
  ])('%s', async (_name, file) => {
    const events = await heard(file);
    expect(events).toHaveLength(3);
    expect(events.every(({ event }) => event.time >= Date.UTC(2026, 2, 3, 8))).toBe(true);
  });

  it('a tree of logs, past its digests and what lies beside', async () => {
    const { recording } = await readThem(
      packed('AWSLogs/1/CloudTrail/eu/a.json.gz', log(records(4))),
      packed('AWSLogs/1/CloudTrail-Digest/eu/a.json.gz', '{"digestEndTime":"2026"}'),
      packed('AWSLogs/1/CloudTrail/us/b.json.gz', log(records(4, 4))),
      dropped('AWSLogs/.DS_Store', '\0\0\0'),
    );
    expect(recording.facts).toMatchObject({ files: 2, events: 8, unreadable: { count: 0 } });
  });

  it('a Score of ours, as far as it goes', async () => {
    const events = await heard(dropped('a.json', log(records(30))));
    const score = perform({ mapping, seed: 1, heard: events });
    const again = await heard(dropped('score.json', writeScore(score)));
    expect(again.map(({ event, slot }) => [event.id, event.outcome, event.source, slot])).toEqual(
      events.map(({ event, slot }) => [event.id, event.outcome, event.source, slot]),
    );
  });
});

describe('what cannot be read', () => {
  it('is listed by file and line, and the rest is heard', async () => {
    const torn = packed('b.json.gz', log(records(2_000, 10)));
    const { recording } = await readThem(
      dropped('a.jsonl', `${JSON.stringify(record(1, 0))}\n{"cut": \nwords\n`),
      { file: new File([torn.file.slice(0, torn.file.size - 2_000)], 'b'), path: 'b.json.gz' },
      dropped('c.png', Buffer.from('\x89PNG\r\n', 'latin1')),
      dropped('d.json', ''),
    );
    const { events, unreadable } = recording.facts;
    expect(events).toBeGreaterThan(1_000);
    expect(unreadable.lines.map(({ file, line }) => [file, line])).toEqual([
      ['a.jsonl', 2],
      ['a.jsonl', 3],
      ['b.json.gz', events],
      ['b.json.gz', null],
      ['c.png', null],
      ['d.json', null],
    ]);
    expect(unreadable.lines.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('cut off'),
      expect.stringContaining('plain text'),
      expect.stringContaining('cut off'),
      expect.stringContaining('unpacked only in part'),
      'The file is a picture (PNG).',
      'The file is empty.',
    ]);
  });

  it('is counted, however much there is of it', async () => {
    const { recording } = await readThem(
      dropped('a.txt', `${JSON.stringify(record(1, 0))}\n${'words\n'.repeat(700)}`),
    );
    expect(recording.facts.unreadable.count).toBe(700);
    expect(recording.facts.unreadable.lines).toHaveLength(500);
  });

  it('has a wrong checksum', async () => {
    const bytes = gzipSync(log(THREE));
    bytes[bytes.length - 6]! ^= 0xff;
    const { recording } = await readThem(dropped('a.json.gz', bytes));
    expect(recording.facts).toMatchObject({ events: 3, unreadable: { count: 1 } });
  });
});

function texts(): string[] {
  return THREE.map((each) => JSON.stringify(JSON.stringify(each)));
}

function bigEndian(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

function twoMembers(): DroppedFile {
  const [first = '', ...rest] = LINES.split('\n');
  return dropped('a.gz', Buffer.concat([gzipSync(`${first}\n`), gzipSync(rest.join('\n'))]));
}
