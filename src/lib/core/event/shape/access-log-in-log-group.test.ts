import { describe, expect, it } from 'vitest';
import { only } from '../fixtures/bodies';

const balancer = (status: string) =>
  `https 2025-05-06T07:08:00.1Z app/shop/0a1b 198.51.100.7:4711 - 0.000 0.001 0.000 ${status} - 34 366 "GET https://shop.example:443/carts HTTP/1.1" "probe" - -`;
const edge = (status: string) =>
  `2025-05-06\t07:08:00\tARN52-C1\t512\t198.51.100.7\tGET\td111.cloudfront.example\t/carts\t${status}\t-\tprobe\t-`;
const bucket = (status: string) =>
  `0f${'a1'.repeat(31)} invoices [06/May/2025:07:08:00 +0000] 198.51.100.7 mira 3E57 REST.GET.OBJECT may.pdf "GET /may.pdf HTTP/1.1" ${status} - - 12`;

const inGroup = (message: string) =>
  only({
    messageType: 'DATA_MESSAGE',
    owner: '210987654321',
    logGroup: '/shop/access',
    logStream: 'today',
    logEvents: [{ id: '3819', timestamp: 1_746_515_290_000, message }],
  });

describe('a line of an access log in a log group', () => {
  it.each([
    ['aws.elasticloadbalancing', balancer('502'), 'error'],
    ['aws.elasticloadbalancing', balancer('404'), 'warning'],
    ['aws.cloudfront', edge('503'), 'error'],
    ['aws.cloudfront', edge('200'), 'success'],
    ['aws.s3', bucket('500'), 'error'],
  ])('is of %s: %s is %s', (source, line, outcome) => {
    const event = inGroup(line);
    expect([event.source, event.outcome, event.account]).toEqual([source, outcome, '210987654321']);
    expect(event.detail).toMatchObject({ logGroup: '/shop/access', message: line });
    expect(new Date(event.time).toISOString().slice(0, 19)).toBe('2025-05-06T07:08:00');
  });

  it('is a line of words where it only resembles one', () => {
    expect(inGroup('https 2025-05-06T07:08:00.1Z is up').source).toBe('aws.logs');
  });
});
