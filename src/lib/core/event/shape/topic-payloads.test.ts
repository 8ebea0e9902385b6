import { describe, expect, it } from 'vitest';
import type { Json } from '../aws-event';
import { inSns, readingLine } from '../fixtures/reading-line';

const backup = (sentence: string) =>
  inSns(`${sentence}. Resource ARN : arn:aws:ec2:eu-north-1:210987654321:volume/vol-1.`, {
    Subject: 'Notification from AWS Backup',
  });
const CLUSTER = 'arn:aws:rds:eu-north-1:210987654321:cluster:ledger';

const rows: [string, Json, string][] = [
  [
    'a job of Textract',
    inSns({ JobId: 'j', API: 'StartDocumentAnalysis', Status: 'SUCCEEDED', Timestamp: 1 }),
    'aws.textract | Textract Job State Change |  |  |  | Textract Job State Change | success (detail.Status)',
  ],
  [
    'a job of Rekognition',
    inSns({ JobId: 'j', API: 'StartFaceDetection', Status: 'FAILED' }),
    'aws.rekognition | Rekognition Job State Change |  |  |  | Rekognition Job State Change | error (detail.Status)',
  ],
  [
    'a job of Elastic Transcoder',
    inSns({ pipelineId: 'p', jobId: 'j', state: 'WARNING', version: '2012-09-25' }),
    'aws.elastictranscoder | Elastic Transcoder Job State Change |  |  |  | Elastic Transcoder Job State Change | warning (detail.state)',
  ],
  [
    'a request that WAF blocks',
    { webaclId: 'acl', action: 'BLOCK', httpRequest: { requestId: 'r' }, timestamp: 1746515280000 },
    'aws.wafv2 | WAF Log |  |  |  | WAF Log | warning (detail.action)',
  ],
  [
    'a change in DocumentDB',
    {
      eventSource: 'aws:docdb',
      eventSourceArn: CLUSTER,
      events: [{ event: { _id: { _data: 'a' }, operationType: 'insert' } }],
    },
    `aws.docdb | Event from aws:docdb | 210987654321 | eu-north-1 | ${CLUSTER} | ledger | neutral`,
  ],
  [
    'a backup that failed',
    backup('An AWS Backup job failed'),
    'aws.backup | Backup Notification |  |  |  | Backup Notification | error (detail.message)',
  ],
  [
    'a backup that went well',
    backup('An AWS Backup job was completed successfully'),
    'aws.backup | Backup Notification |  |  |  | Backup Notification | success (detail.message)',
  ],
];

describe('a payload of its own form', () => {
  it.each(rows)('of %s', (_name, body, line) => {
    expect(readingLine(body)).toBe(line);
  });
});
