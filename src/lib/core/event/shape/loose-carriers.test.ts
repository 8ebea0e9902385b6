import { describe, expect, it } from 'vitest';
import type { Json } from '../aws-event';
import { bridgeEvent, only } from '../fixtures/bodies';
import { inSns, readingLine } from '../fixtures/reading-line';

const event = bridgeEvent({ detail: { status: 'FAILED' } });
const message = { MessageId: 'm-1', ReceiptHandle: 'r-1', Body: JSON.stringify(event) };
const STACK = 'arn:aws:cloudformation:eu-north-1:210987654321:stack/shop/7a1c';

describe('a carrier that is not quite as AWS writes it', () => {
  it.each([
    ['SNS with an object as its message', { ...(inSns('') as object), Message: event }],
    ['a record of SNS with an object', { Records: [{ Sns: { Message: event } }] }],
    [
      'SNS without a type',
      { TopicArn: 'arn:aws:sns:eu-north-1:1:ops', Message: JSON.stringify(event) },
    ],
    ['a message as ReceiveMessage gives it', message],
    ['all that ReceiveMessage gives', { Messages: [message] }],
  ] as [string, Json][])('%s holds the same event', (_name, body) => {
    expect(only(body)).toEqual(only(event));
  });

  it('a received message of words is an event of its queue', () => {
    const { source, detail } = only({ ...message, Body: 'hello' });
    expect([source, detail]).toEqual(['aws.sqs', { body: 'hello' }]);
  });
});

describe('a notice of SES', () => {
  const bounced = { bounceType: 'Permanent', timestamp: '2025-05-06T07:08:00.000Z' };
  it.each([
    [{ notificationType: 'Bounce', bounce: bounced }, 'Email Bounced', 'error'],
    [{ eventType: 'Bounce', bounce: { bounceType: 'Transient' } }, 'Email Bounced', 'warning'],
    [{ notificationType: 'Complaint', complaint: {} }, 'Email Complaint Received', 'error'],
    [{ eventType: 'Reject', reject: { reason: 'Bad content' } }, 'Email Rejected', 'error'],
    [{ eventType: 'Rendering Failure', failure: {} }, 'Email Rendering Failed', 'error'],
    [{ eventType: 'DeliveryDelay', deliveryDelay: {} }, 'Email Delivery Delayed', 'warning'],
    [{ notificationType: 'Delivery', delivery: {} }, 'Email Delivered', 'success'],
    [{ eventType: 'Open', open: {} }, 'Email Opened', 'neutral'],
  ] as [Json, string, string][])('%j without its mail is %s', (body, detailType, outcome) => {
    for (const read of [only(body), only(inSns(body))])
      expect([read.source, read.detailType, read.outcome]).toEqual([
        'aws.ses',
        detailType,
        outcome,
      ]);
  });

  it('takes its time from what happened', () => {
    const { time } = only({ notificationType: 'Bounce', bounce: bounced });
    expect(new Date(time).toISOString()).toBe(bounced.timestamp);
  });

  it('is none where only its type speaks of mail', () => {
    expect(only(inSns({ eventType: 'Open', door: 'left' })).source).toBe('aws.sns');
  });
});

describe('a notice of CloudFormation', () => {
  const of = (physicalId: string) =>
    inSns(
      `StackId='${STACK}'\nResourceType='AWS::CloudFormation::Stack'\nPhysicalResourceId='${physicalId}'\nResourceStatus='CREATE_COMPLETE'\n`,
    );
  it('tells a stack from one that lies in it', () => {
    expect(readingLine(of(STACK))).toContain('CloudFormation Stack Status Change');
    expect(readingLine(of(`${STACK}-nested`))).toContain('CloudFormation Resource Status Change');
  });
});
