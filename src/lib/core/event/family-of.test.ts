import { describe, expect, it } from 'vitest';
import { FAMILIES } from './family';
import { familyOf } from './family-of';
import { SERVICE_FAMILIES } from './service-families';
import { serviceOf } from './service-of';

describe('the lane of a source', () => {
  it.each([
    ['aws.lambda', '', 'compute'],
    ['aws.ec2', 'EC2 Instance State-change Notification', 'compute'],
    ['aws.ec2', 'EBS Volume Notification', 'storage'],
    ['aws.apigateway', '', 'edge'],
    ['aws.sqs', '', 'messaging'],
    ['aws.dynamodb', '', 'data'],
    ['Pipe carts-to-bus', 'Event from aws:dynamodb', 'data'],
    ['aws.s3', '', 'storage'],
    ['aws.codepipeline', '', 'delivery'],
    ['aws.partner/github.com/shop', '', 'delivery'],
    ['aws.cloudwatch', '', 'alarms'],
    ['aws.monitoring', '', 'alarms'],
    ['aws.health', '', 'alarms'],
    ['aws.guardduty', '', 'identity'],
    ['aws.newsecuritything', '', 'identity'],
    ['aws.unheardof', '', 'messaging'],
    ['shop.backup', '', 'messaging'],
    ['', '', 'messaging'],
    ['constructor', '', 'messaging'],
  ])('of %s %s is %s', (source, detailType, family) => {
    expect(familyOf(source, detailType)).toBe(family);
  });

  it('fills all eight with services', () => {
    expect(new Set(SERVICE_FAMILIES.values())).toEqual(new Set(FAMILIES));
  });
});

describe('the service of a source', () => {
  it.each([
    ['aws.lambda', '', 'lambda'],
    ['lambda', 'Lambda Function Invocation Result - Success', 'lambda'],
    ['aws.monitoring', '', 'cloudwatch'],
    ['aws.partner/datadoghq.com/team', '', 'datadoghq.com'],
    ['Pipe carts-to-bus', 'Event from aws:sqs', 'sqs'],
    ['Shop.Orders', '', 'shop.orders'],
  ])('of %s %s is %s', (source, detailType, service) => {
    expect(serviceOf(source, detailType)).toBe(service);
  });
});
