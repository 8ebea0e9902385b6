import { describe, expect, it } from 'vitest';
import { bodiesOfFile } from './file-bodies';
import { bridgeEvent, trailRecord } from './fixtures/bodies';
import { readBody } from './read-body';

const event = JSON.stringify(bridgeEvent({}));
const record = JSON.stringify(trailRecord({}));

describe('the bodies of a file', () => {
  it.each([
    ['JSON lines', `${event}\n\n${record}\r\n`, [event, record]],
    ['a byte order mark', `\uFEFF${event}\n${record}`, [event, record]],
    ['a single event', event, [event]],
    ['a single event on many lines', JSON.stringify(bridgeEvent({}), null, 2), null],
    ['a CloudTrail log', `{"Records":[${record},${record}]}`, [record, record]],
    ['an array', `[${event},${record}]`, [event, record]],
    ['an empty file', ' \n', []],
  ])('of %s', (_name, text, bodies) => {
    if (bodies !== null) expect(bodiesOfFile(text)).toEqual(bodies);
    else expect(bodiesOfFile(text).map((body) => JSON.parse(body))).toEqual([bridgeEvent({})]);
  });

  it('passes a damaged line on in its place', () => {
    const bodies = bodiesOfFile(`${event}\n{"cut": \n${record}`);
    expect(bodies).toHaveLength(3);
    expect(readBody(bodies[1]!, 0).unreadable[0]!.reason).toMatch(/cut off/);
  });

  it('passes a damaged file on line by line', () => {
    expect(bodiesOfFile('nothing\nhere')).toEqual(['nothing', 'here']);
  });
});

const CSV = `Event name,Event time,User name,Event source,AWS region,Error code,Event ID,Resources
RunInstances,2025-05-06T07:08:09Z,mira,ec2.amazonaws.com,eu-north-1,,e-1,"[{""resourceType"":""AWS::EC2::Instance"",""resourceName"":""i-0a1b""}]"
ListBuckets,2025-05-06T07:08:10Z,"Doe, Jo",s3.amazonaws.com,eu-north-1,AccessDenied,e-2,-
,,,,,,,
`;

describe('an event-history CSV', () => {
  const readings = bodiesOfFile(CSV).map((body) => readBody(body, 0));

  it('gives one event a row', () => {
    expect(readings.flatMap(({ events }) => events)).toMatchObject([
      {
        id: 'e-1',
        source: 'aws.ec2',
        key: 'i-0a1b',
        outcome: 'neutral',
        time: Date.UTC(2025, 4, 6, 7, 8, 9),
      },
      { id: 'e-2', source: 'aws.s3', key: 'Doe, Jo', outcome: 'error', region: 'eu-north-1' },
    ]);
  });

  it('passes a row without an event on', () => {
    expect(readings).toHaveLength(3);
    expect(readings[2]!.unreadable).toHaveLength(1);
  });
});

const TABLE = `"eventtime","eventsource","eventname","awsregion","errorcode","useridentity"
"2025-05-06T07:08:00Z","ec2.amazonaws.com","RunInstances","eu-north-1","Client.InstanceLimitExceeded","{type=IAMUser, username=mira}"
`;

describe('a CSV of Athena', () => {
  it('gives one event a row', () => {
    const events = bodiesOfFile(TABLE).flatMap((body) => readBody(body, 0).events);
    expect(events).toMatchObject([
      { source: 'aws.ec2', key: 'mira', outcome: 'warning', time: Date.UTC(2025, 4, 6, 7, 8) },
    ]);
  });
});
