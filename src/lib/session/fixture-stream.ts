import type { AwsEvent, EpochMs } from '$lib/core/event/aws-event';
import type { Family } from '$lib/core/event/family';
import type { Interrupt, News } from '$lib/core/mapping/cue';
import type { Seconds, Voice } from '$lib/core/score/note';
import type { Mark } from '$lib/core/timeline/mark';
import { shapeOf } from '$lib/core/timeline/shape';

/** What the fixture's events are drawn from: a lane's weight, voices, register and one event's name. */
const LANES: readonly (readonly [
  Family,
  number,
  readonly (readonly [Voice, number, number])[],
  string,
  string,
])[] = [
  ['edge', 38, [['snare', 38, 38]], 'aws.apigateway', 'API request'],
  [
    'compute',
    29,
    [
      ['pluck', 67, 84],
      ['bass', 33, 50],
    ],
    'aws.lambda',
    'Function invoked',
  ],
  ['messaging', 14, [['reed', 55, 72]], 'aws.sqs', 'Message sent'],
  [
    'data',
    16,
    [
      ['kit', 41, 76],
      ['keys', 50, 67],
    ],
    'aws.dynamodb',
    'Item changed',
  ],
  ['storage', 6, [['piano', 57, 76]], 'aws.s3', 'Object Created'],
  ['delivery', 1, [['major', 62, 81]], 'aws.codebuild', 'Build State Change'],
  ['alarms', 1, [['alarm', 45, 76]], 'aws.cloudwatch', 'Alarm State Change'],
  ['identity', 3, [['glass', 76, 91]], 'aws.iam', 'API Call via CloudTrail'],
];

/** A seeded source of chance, 0 to 1: a linear congruential generator (constants: Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export interface FixtureEvent {
  readonly mark: Mark;
  readonly event: AwsEvent;
  readonly news: News;
  readonly interrupt: Interrupt;
}

function laneOf(draw: number) {
  const total = LANES.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw * total;
  for (const lane of LANES) {
    left -= lane[1];
    if (left < 0) return lane;
  }
  throw new RangeError('a draw is below 1');
}

function newsOf(lane: Family, draw: number): readonly [News, Interrupt] {
  if (lane === 'delivery') return draw < 0.3 ? ['good', 'some'] : ['neutral', 'not-at-all'];
  if (draw < 0.02) return ['bad', 'some'];
  return draw < 0.04 ? ['bad', 'a-little'] : ['neutral', 'a-little'];
}

function eventOf(id: string, time: EpochMs, source: string, detailType: string): AwsEvent {
  const detail = {
    eventName: 'Invoke',
    awsRegion: 'eu-central-1',
    requestParameters: { name: id },
  };
  const envelope = { id, time: new Date(time).toISOString(), source, 'detail-type': detailType };
  return {
    id,
    time,
    source,
    detailType,
    account: '123456789012',
    region: 'eu-central-1',
    resources: [`arn:aws:demo:eu-central-1:123456789012:thing/${id}`],
    detail,
    outcome: 'success',
    outcomeField: null,
    key: id,
    mended: [],
    envelope: { ...envelope, detail },
  };
}

/** Makes one believable event and its mark. */
export function fixtureEvent(
  at: Seconds,
  wall: EpochMs,
  serial: number,
  chance: () => number,
): FixtureEvent {
  const [lane, , voices, source, detailType] = laneOf(chance());
  const [voice, low, high] = voices[Math.floor(chance() * voices.length)] ?? ['pluck', 60, 72];
  const [news, interrupt] = newsOf(lane, chance());
  const many = chance() < 0.02 ? Math.ceil(chance() * 40) : 1;
  const ids = Array.from({ length: many }, (_, index) => `fixture-${serial}-${index}`);
  const mark: Mark = {
    at,
    duration: lane === 'delivery' ? 1.2 : 0.2,
    lane,
    shape: shapeOf(news, interrupt),
    velocity: 0.15 + 0.7 * chance() ** 2,
    midi: Math.round(low + chance() * (high - low)),
    voice: news === 'bad' && interrupt === 'some' ? 'minor' : voice,
    disposition: many > 1 ? 'aggregated' : lane === 'messaging' ? 'muted' : 'played',
    events: ids,
  };
  const event = eventOf(ids[0] ?? '', wall - 400, source, detailType);
  return { mark, event, news, interrupt };
}
