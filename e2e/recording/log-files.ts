import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const START = Date.UTC(2023, 6, 10, 8);
const SERVICES = ['s3', 'lambda', 'dynamodb', 'iam'];

function record(serial: number, secondsApart: number) {
  return {
    eventVersion: '1.08',
    eventTime: new Date(START + serial * secondsApart * 1000).toISOString(),
    eventSource: `${SERVICES[serial % SERVICES.length]}.amazonaws.com`,
    eventName: 'ListThings',
    awsRegion: 'eu-central-1',
    eventID: `recorded-${serial}`,
    eventType: 'AwsApiCall',
    recipientAccountId: '123456789012',
    ...(serial % 10 === 9 ? { errorCode: 'AccessDenied' } : {}),
  };
}

/** A CloudTrail log file's text: so many calls, from 10 July 2023 on, every tenth of them denied. */
export function cloudTrailLog(calls: number, first = 0, secondsApart = 30): string {
  const Records = Array.from({ length: calls }, (_, index) => record(first + index, secondsApart));
  return JSON.stringify({ Records });
}

/** Event history as the CloudTrail console lets it be downloaded. */
export function eventHistory(calls: number): string {
  const head = 'Event ID,Event time,User name,Event source,Event name,Resources,Error code';
  const rows = Array.from({ length: calls }, (_, index) => {
    const { eventID, eventTime, eventSource, eventName } = record(index, 30);
    return `${eventID},${eventTime},ada,${eventSource},${eventName},[],`;
  });
  return [head, ...rows].join('\n');
}

/** A folder as CloudTrail delivers it, with a file that is no log; returns its path. */
export function logFolder(under: string): string {
  const folder = join(under, 'AWSLogs');
  const day = join(folder, '123456789012', 'CloudTrail', 'eu-central-1', '2023', '07', '10');
  mkdirSync(day, { recursive: true });
  for (const file of [0, 1, 2])
    writeFileSync(join(day, `log-${2 - file}.json.gz`), gzipSync(cloudTrailLog(40, file * 40)));
  writeFileSync(join(folder, 'notes.txt'), 'Nothing to hear.\n');
  return folder;
}

/** A log so long that there is time to give it up; returns its path. */
export function longLog(under: string): string {
  const path = join(under, 'long.json.gz');
  const calls = cloudTrailLog(20_000, 0, 1).slice('{"Records":['.length, -2);
  const all = Array.from({ length: 40 }, () => calls).join(',');
  writeFileSync(path, gzipSync(`{"Records":[${all}]}`, { level: 1 }));
  return path;
}
