import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/lib/core/event/read-body';
import { transformed } from '../../connector/fixtures/event-bridge';
import { stackTemplate } from '../../fixtures/stack-template';
import { SYNTH_TIMEOUT_MS, propertiesOf, statementsOf } from '../../fixtures/template-resources';
import { settings, type Taps } from '../../settings';
import type { Template } from '../../synth';
import { taps } from './taps';

const PREFIX = 'ame-01234567';
const STREAM = 'arn:aws:dynamodb:eu-north-1:123456789012:table/t/stream/2026-01-01T00:00:00.000';

function templateWith(wanted: Partial<Taps>): Template {
  return stackTemplate((stack) =>
    taps(stack, PREFIX, new Topic(stack, 'Feed'), { ...settings.taps, ...wanted }),
  );
}

const typesOf = ({ Resources }: Template) => Object.values(Resources).map(({ Type }) => Type);

describe('the taps', { timeout: SYNTH_TIMEOUT_MS }, () => {
  it('are all closed unless they are named', () => {
    expect(typesOf(templateWith({}))).toEqual(['AWS::SNS::Topic']);
  });

  it('switch named buckets to EventBridge, and touch no other', () => {
    const template = templateWith({ buckets: ['pictures', 'letters'] });
    expect(propertiesOf(template, 'Custom::S3BucketNotifications')).toMatchObject([
      {
        BucketName: 'pictures',
        Managed: false,
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      },
      { BucketName: 'letters', Managed: false },
    ]);
    const resources = statementsOf(template).flatMap((statement) => statement.resources);
    expect(resources.length).toBeGreaterThan(0);
    for (const resource of resources)
      expect(JSON.stringify(resource)).toMatch(/s3:::(?:pictures|letters)"/);
  });

  it.each([
    ['success', ['OnSuccess']],
    ['failure', ['OnFailure']],
    ['both', ['OnSuccess', 'OnFailure']],
  ] as const)('hear a function’s %s, with a right of its role’s', (on, kinds) => {
    const template = templateWith({ functions: [{ name: 'orders', role: 'orders-role', on }] });
    const [config] = propertiesOf(template, 'AWS::Lambda::EventInvokeConfig');
    expect(config).toMatchObject({ FunctionName: 'orders', Qualifier: '$LATEST' });
    expect(Object.keys(config!['DestinationConfig'] as object).sort()).toEqual([...kinds].sort());
    expect(propertiesOf(template, 'AWS::IAM::Policy')).toMatchObject([{ Roles: ['orders-role'] }]);
    expect(statementsOf(template)).toMatchObject([{ actions: ['sns:Publish'] }]);
  });

  it('hear that a table changed, and not what is in it', () => {
    const template = templateWith({ tableStreams: [STREAM] });
    const [pipe] = propertiesOf(template, 'AWS::Pipes::Pipe');
    expect(pipe).toMatchObject({ Name: `${PREFIX}-table-1`, Source: STREAM });
    const { InputTemplate } = pipe!['TargetParameters'] as { InputTemplate: string };
    const paths = [...InputTemplate.matchAll(/<(\$[\w.]+)>/g)].map(([, path]) => path!);
    const record = {
      eventID: 'c4ca4238a0b923820dcc509a6f75849b',
      eventName: 'REMOVE',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-north-1',
      dynamodb: { ApproximateCreationDateTime: 1_763_733_600, Keys: { id: { S: 'secret' } } },
      eventSourceARN: STREAM,
    };
    const named = paths.reduce(
      (text, path, index) => text.replace(`<${path}>`, `<v${index}>`),
      InputTemplate,
    );
    const InputPathsMap = Object.fromEntries(paths.map((path, index) => [`v${index}`, path]));
    const told = transformed(record, { InputPathsMap, InputTemplate: named });
    expect(told).not.toContain('secret');
    const { events, unreadable } = readBody(told, 0);
    expect(unreadable).toEqual([]);
    expect(events).toMatchObject([{ id: record.eventID, time: 1_763_733_600_000, key: 't' }]);
  });

  it('let a pipe read its stream and tell the feed, and let nobody else use its role', () => {
    const template = templateWith({ tableStreams: [STREAM] });
    expect(statementsOf(template).map(({ actions }) => actions)).toEqual([
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      ['sns:Publish'],
    ]);
    const [role] = propertiesOf(template, 'AWS::IAM::Role');
    expect(JSON.stringify(role!['AssumeRolePolicyDocument'])).toContain(`:pipe/${PREFIX}-table-1`);
  });

  it('count failed answers in access logs and lines, and raise an alarm that is heard', () => {
    const template = templateWith({
      accessLogs: [{ logGroup: '/api', statusField: 'status' }],
      logLines: [{ logGroup: '/app', pattern: '" 500 "' }],
    });
    expect(propertiesOf(template, 'AWS::Logs::MetricFilter')).toMatchObject([
      { LogGroupName: '/api', FilterPattern: '{ ($.status >= 500) || ($.status = "5*") }' },
      { LogGroupName: '/app', FilterPattern: '" 500 "' },
    ]);
    expect(propertiesOf(template, 'AWS::CloudWatch::Alarm')).toMatchObject([
      { Namespace: PREFIX, Period: 60, Threshold: 0, TreatMissingData: 'notBreaching' },
      { Namespace: PREFIX, Period: 60 },
    ]);
  });
});
