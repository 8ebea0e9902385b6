import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const REGIONS = ['eu-north-1', 'eu-central-1', 'us-east-1', 'us-west-2'];
const SERVICES = [
  ['s3', 'PutObject'],
  ['lambda', 'Invoke'],
  ['ec2', 'DescribeInstances'],
  ['dynamodb', 'UpdateItem'],
  ['kms', 'Decrypt'],
  ['sts', 'AssumeRole'],
] as const;
const ACCOUNT = '210987654321';
const RECORDS_A_FILE = 4_000;
const START = Date.UTC(2026, 2, 3);
/** Between two records of one region. */
const STEP_MS = 900;
const ERROR_EVERY = 41;

export interface LogFolder {
  readonly bytes: number;
  readonly files: number;
  readonly records: number;
}

/** A CloudTrail record of a usual size, about 1,250 bytes; the same serial number gives the same. */
function record(serial: number, region: string, time: number): object {
  const [service, eventName] = SERVICES[(serial * 7) % SERVICES.length] ?? SERVICES[0];
  const role = `service-${String(serial % 37)}`;
  const session = { mfaAuthenticated: 'false', creationDate: new Date(START).toISOString() };
  const arn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROA${String(serial % 37).padStart(17, '0')}:${role}`,
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/session-${String(serial)}`,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn, accountId: ACCOUNT, userName: role },
        attributes: session,
      },
    },
    eventTime: new Date(time).toISOString().replace(/\.\d{3}/, ''),
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: region,
    sourceIPAddress: `10.1.${String(serial % 250)}.${String((serial * 3) % 250)}`,
    userAgent: 'aws-sdk-js/3.1169.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#24.21.0 api/client#3.1',
    requestParameters: { resource: `thing-${String(serial % 400)}`, key: `part/${String(serial)}` },
    responseElements: null,
    additionalEventData: { SignatureVersion: 'SigV4', bytesTransferredOut: serial % 9_000 },
    requestID: `req-${String(serial).padStart(16, '0')}`,
    eventID: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
    readOnly: serial % 2 === 0,
    ...(serial % ERROR_EVERY === 0 ? { errorCode: 'AccessDenied' } : {}),
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
  };
}

/**
 * Writes an `AWSLogs/` tree as CloudTrail does: one file after another for each of four regions, whose times run
 * alongside, until the texts are so long. Every second file is packed.
 */
export function writeLogFolder(folder: string, textBytes: number): LogFolder {
  let bytes = 0;
  let serial = 0;
  let files = 0;
  for (; bytes < textBytes; files += 1) {
    const region = REGIONS[files % REGIONS.length] ?? '';
    const round = Math.floor(files / REGIONS.length);
    const from = START + round * RECORDS_A_FILE * STEP_MS;
    const Records = Array.from({ length: RECORDS_A_FILE }, (_, at) =>
      record(serial++, region, from + at * STEP_MS),
    );
    const text = JSON.stringify({ Records });
    bytes += text.length;
    const name = `${ACCOUNT}_CloudTrail_${region}_${String(round).padStart(4, '0')}.json`;
    const path = join(folder, 'AWSLogs', ACCOUNT, 'CloudTrail', region, '2026', '03', '03', name);
    mkdirSync(dirname(path), { recursive: true });
    if (files % 8 < 4) writeFileSync(path, text);
    else writeFileSync(`${path}.gz`, gzipSync(text, { level: 1 }));
  }
  return { bytes, files, records: serial };
}
