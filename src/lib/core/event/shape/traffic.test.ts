import { describe, expect, it } from 'vitest';
import type { Json } from '../aws-event';
import { bridgeEvent, RECEIVED_AT } from '../fixtures/bodies';
import { lineOf, momentLine, readingLine } from '../fixtures/reading-line';
import { readBody } from '../read-body';

const GROUP = 'arn:aws:elasticloadbalancing:eu-north-1:210987654321:targetgroup/web/6d0e';
const LATTICE = 'arn:aws:vpc-lattice:eu-north-1:210987654321:service/svc-0a';

/** Each row: what it is, the body, when and how known, and what is read out of it. */
const rows: [string, Json, string, string][] = [
  [
    'a request to a REST API',
    {
      resource: '/{proxy+}',
      path: '/carts',
      httpMethod: 'GET',
      requestContext: {
        accountId: '210987654321',
        apiId: 'a1b2c3',
        requestId: 'r-1',
        requestTimeEpoch: 1746515280000,
        domainName: 'a1b2c3.execute-api.eu-north-1.amazonaws.com',
      },
    },
    '2025-05-06T07:08:00.000Z r-1',
    'aws.apigateway | API Gateway Request | 210987654321 | eu-north-1 |  | a1b2c3 | neutral',
  ],
  [
    'a request to an HTTP API',
    {
      version: '2.0',
      routeKey: 'GET /carts',
      rawPath: '/carts',
      requestContext: {
        accountId: '210987654321',
        apiId: 'a1b2c3',
        requestId: 'r-2',
        timeEpoch: 1746515280000,
        http: { method: 'GET', path: '/carts' },
      },
    },
    '2025-05-06T07:08:00.000Z r-2',
    'aws.apigateway | API Gateway Request | 210987654321 |  |  | a1b2c3 | neutral',
  ],
  [
    'a message to a WebSocket API',
    {
      requestContext: {
        routeKey: '$connect',
        connectionId: 'c-1',
        apiId: 'a1b2c3',
        requestId: 'r-3',
        requestTimeEpoch: 1746515280000,
      },
    },
    '2025-05-06T07:08:00.000Z r-3',
    'aws.apigateway | API Gateway WebSocket Message |  |  |  | a1b2c3 | neutral',
  ],
  [
    'a request to a function URL',
    {
      version: '2.0',
      rawPath: '/',
      requestContext: {
        apiId: 'xyz',
        requestId: 'r-4',
        timeEpoch: 1746515280000,
        domainName: 'xyz.lambda-url.eu-north-1.on.aws',
        http: { method: 'POST' },
      },
    },
    '2025-05-06T07:08:00.000Z r-4',
    'aws.lambda | Function URL Request |  | eu-north-1 |  | xyz | neutral',
  ],
  [
    'a request to a load balancer',
    { httpMethod: 'GET', path: '/', requestContext: { elb: { targetGroupArn: GROUP } } },
    'mended mended',
    `aws.elasticloadbalancing | ALB Request | 210987654321 | eu-north-1 | ${GROUP} | web | neutral`,
  ],
  [
    'a request to VPC Lattice',
    {
      method: 'GET',
      path: '/',
      requestContext: { serviceArn: LATTICE, timeEpoch: '1746515280000' },
    },
    '2025-05-06T07:08:00.000Z mended',
    `aws.vpc-lattice | VPC Lattice Request | 210987654321 | eu-north-1 | ${LATTICE} | svc-0a | neutral`,
  ],
  [
    'a request that CloudFront hands on',
    {
      Records: [
        {
          cf: {
            config: { distributionId: 'EDF', requestId: 'r-5' },
            request: { uri: '/' },
            response: { status: '404' },
          },
        },
      ],
    },
    'mended r-5',
    'aws.cloudfront | CloudFront Request |  |  |  | EDF | warning (detail.response.status)',
  ],
  [
    'a line of a JSON access log',
    {
      requestId: 'r-6',
      requestTime: '06/May/2025:09:08:00 +0200',
      httpMethod: 'GET',
      resourcePath: '/carts',
      status: '504',
      apiId: 'a1b2c3',
    },
    '2025-05-06T07:08:00.000Z r-6',
    'aws.apigateway | API Gateway Access Log |  |  |  | a1b2c3 | error (detail.status)',
  ],
];

describe('a request', () => {
  it.each(rows)('is read out of %s', (_name, body, moment, line) => {
    expect(readingLine(body)).toBe(line);
    expect(momentLine(body)).toBe(moment);
  });

  it('is read out of a line of a load balancer', () => {
    const line = `https 2025-05-06T07:08:00.123Z app/front/50dc 203.0.113.9:2817 10.0.0.1:80 0.0 0.1 0.0 502 - 34 366 "GET https://shop.example:443/carts HTTP/2.0" "curl" C TLSv1.3 ${GROUP} "Root=1-5" "-"`;
    const { events } = readBody(line, RECEIVED_AT);
    expect(events.map(lineOf)).toEqual([
      `aws.elasticloadbalancing | ELB Access Log | 210987654321 | eu-north-1 | ${GROUP} | front | error (detail.elb_status_code)`,
    ]);
    expect(events[0]!.time).toBe(Date.UTC(2025, 4, 6, 7, 8, 0, 123));
  });

  it('is read out of a line in the common log format', () => {
    const line = '203.0.113.9 - mira [06/May/2025:07:08:00 +0000]"GET /carts HTTP/1.1" 200 12 r-7';
    const { events } = readBody(line, RECEIVED_AT);
    expect(events[0]).toMatchObject({ id: 'r-7', source: 'aws.apigateway', outcome: 'success' });
  });
});

const cloudEvent = (fields: { readonly [name: string]: Json }) => ({
  specversion: '1.0',
  id: 'ce-1',
  source: '/apps/shop',
  type: 'io.example.app.changed',
  time: '2025-05-06T09:08:00+02:00',
  subject: 'shop',
  ...fields,
});

describe('a CloudEvent', () => {
  it.each([
    [{}, 'neutral'],
    [{ data: { status: 'Succeeded' } }, 'success (detail.status)'],
    [{ data: '{"status":"Failed"}' }, 'error (detail.status)'],
    [{ data_base64: btoa('{"status":"Failed"}') }, 'error (detail.status)'],
    [{ data: { health: { status: 'Degraded' } } }, 'warning (detail.health.status)'],
    [{ type: 'io.example.sync.failed' }, 'error (detail-type)'],
    [{ data: 'plain words' }, 'neutral'],
  ] as [Record<string, Json>, string][])('with %j', (fields, told) => {
    const body = cloudEvent(fields);
    expect(readingLine(body)).toBe(`/apps/shop | ${body.type} |  |  | shop | shop | ${told}`);
    expect(momentLine(body)).toBe('2025-05-06T07:08:00.000Z ce-1');
  });

  it('is not taken for one of EventBridge, nor the other way round', () => {
    expect(readingLine(bridgeEvent({ type: 'x', specversion: '1.0' }))).toMatch(/^shop\.orders/);
  });
});
