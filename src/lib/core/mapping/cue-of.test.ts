import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../event/aws-event';
import { bridgeEvent, only, trailRecord } from '../event/fixtures/bodies';
import type { Cue } from './cue';
import { cueOf } from './cue-of';
import { loadMapping } from './load-mapping';
import type { Rule } from './rule';

function ruleOf(news: string, interrupt: string, voice: string, key?: string): Rule {
  const rule = {
    id: 'r',
    title: 'It happens',
    pattern: { source: [{ exists: true }] },
    news,
    interrupt,
    voice,
  };
  const idle = { title: 'Nothing happens', voice: 'pad' };
  const [loaded] = loadMapping({
    name: 'Test',
    idle,
    rules: [key === undefined ? rule : { ...rule, key }],
  }).rules;
  return loaded!;
}

const ended = (status: string) =>
  bridgeEvent({ source: 'aws.glue', 'detail-type': 'Job', detail: { jobName: 'nightly', status } });
const alarm = (value: string) =>
  bridgeEvent({
    source: 'aws.cloudwatch',
    'detail-type': 'CloudWatch Alarm State Change',
    detail: { alarmName: 'too-slow', state: { value } },
  });
const tell = (body: JsonObject, rule: Rule | null = null): Partial<Cue> => {
  const { voice, news, interrupt, figure } = cueOf(only(body), rule);
  return { voice, news, interrupt, figure };
};

describe('without a rule', () => {
  it.each([
    ['SUCCEEDED', { voice: 'keys', news: 'good', interrupt: 'not-at-all', figure: 'plain' }],
    ['RUNNING', { voice: 'keys', news: 'neutral', interrupt: 'not-at-all', figure: 'plain' }],
    ['ABORTED', { voice: 'keys', news: 'bad', interrupt: 'a-little', figure: 'warning' }],
    ['FAILED', { voice: 'minor', news: 'bad', interrupt: 'fully', figure: 'error' }],
  ])('the outcome of %s decides', (status, cue) => expect(tell(ended(status))).toEqual(cue));

  it('the service keeps its stream, whatever the outcome', () => {
    expect(cueOf(only(ended('FAILED')), null).stream).toBe('glue');
    expect(cueOf(only(ended('RUNNING')), null).stream).toBe('glue');
  });
});

describe('a rule by outcome', () => {
  const routine = ruleOf('by-outcome', 'not-at-all', 'pluck');

  it.each([
    ['SUCCEEDED', { voice: 'pluck', news: 'good', interrupt: 'not-at-all', figure: 'plain' }],
    ['ABORTED', { voice: 'pluck', news: 'bad', interrupt: 'a-little', figure: 'warning' }],
    ['FAILED', { voice: 'minor', news: 'bad', interrupt: 'fully', figure: 'error' }],
  ])('%s', (status, cue) => expect(tell(ended(status), routine)).toEqual(cue));

  it.each([
    ['ALARM', { voice: 'alarm', news: 'bad', interrupt: 'fully', figure: 'alarm' }],
    ['OK', { voice: 'alarm', news: 'good', interrupt: 'some', figure: 'alarm-ok' }],
    [
      'INSUFFICIENT_DATA',
      { voice: 'glass', news: 'bad', interrupt: 'a-little', figure: 'warning' },
    ],
  ])('an alarm that is %s', (state, cue) => {
    expect(tell(alarm(state), ruleOf('by-outcome', 'some', 'alarm'))).toEqual(cue);
  });
});

describe('a rule that answers itself', () => {
  it.each([
    ['bad', 'not-at-all', 'kit', { voice: 'kit', figure: 'warning' }],
    ['bad', 'a-little', 'minor', { voice: 'keys', figure: 'warning' }],
    ['bad', 'some', 'kit', { voice: 'minor', figure: 'error' }],
    ['bad', 'fully', 'alarm', { voice: 'alarm', figure: 'alarm' }],
    ['good', 'some', 'major', { voice: 'major', figure: 'deploy' }],
    ['good', 'not-at-all', 'kit', { voice: 'kit', figure: 'plain' }],
    ['neutral', 'not-at-all', 'major', { voice: 'keys', figure: 'plain' }],
  ])('%s, %s, %s', (news, interrupt, voice, cue) => {
    expect(tell(ended('RUNNING'), ruleOf(news, interrupt, voice))).toEqual({
      news,
      interrupt,
      ...cue,
    });
  });
});

describe('the stream', () => {
  it('differs where one service speaks in two voices', () => {
    const write = trailRecord({ eventSource: 'dynamodb.amazonaws.com', eventName: 'PutItem' });
    expect(cueOf(only(write), ruleOf('neutral', 'not-at-all', 'kit')).stream).toBe('dynamodb');
    expect(cueOf(only(write), null)).toMatchObject({ stream: 'dynamodb/keys', voice: 'keys' });
  });
});

describe('the key and the label', () => {
  it('takes the key from the path that the rule names, where it holds a name', () => {
    const job = bridgeEvent({ detail: { jobName: 'nightly', shop: { id: 7 } } });
    expect(cueOf(only(job), ruleOf('neutral', 'some', 'reed', 'detail.shop.id')).key).toBe('7');
    expect(cueOf(only(job), ruleOf('neutral', 'some', 'reed', 'detail.shop')).key).toBe('nightly');
  });

  it('names an alarm by its name, and other events by their title', () => {
    expect(cueOf(only(alarm('ALARM')), ruleOf('bad', 'fully', 'alarm')).label).toBe('too-slow');
    expect(cueOf(only(trailRecord({ errorCode: 'AccessDenied' })), null).label).toBe(
      'PutObject refused',
    );
  });

  it('keeps the label to 40 characters', () => {
    const long = trailRecord({ requestParameters: { bucketName: 'b'.repeat(63) } });
    expect(cueOf(only(long), null).label).toBe(`PutObject: ${'b'.repeat(28)}…`);
  });
});
