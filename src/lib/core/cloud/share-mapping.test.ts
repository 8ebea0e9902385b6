import { existsSync, globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import defaultJson from '$mappings/default.json';
import { bodiesOfFile } from '../event/file-bodies';
import { bridgeEvent, only } from '../event/fixtures/bodies';
import { readBody } from '../event/read-body';
import { loadMapping } from '../mapping/load-mapping';
import { matchRule } from '../mapping/mapping';
import { likenessOf } from './fixtures/likeness';
import { digestWith } from './fixtures/digest';
import { redact } from './redact';
import { heardAs } from './redact-heard';
import { sharedMapping } from './share-mapping';

const CORPUS = '../shared/corpus';
const mapping = loadMapping(defaultJson);
const shared = sharedMapping(mapping);

/** The rule that a listener of a share hears an event by. */
async function ruleOf(fields: Parameters<typeof bridgeEvent>[0]): Promise<string | null> {
  const event = only(bridgeEvent(fields));
  const body = await redact(event, heardAs(mapping, event), digestWith('salt'));
  return matchRule(shared, only(body))?.rule.id ?? null;
}

function recorded(pattern: string) {
  return globSync(`${CORPUS}/*/${pattern}`).flatMap((file) => {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return bodiesOfFile(text).flatMap((body) => readBody(body, 0).events);
  });
}

describe('the mapping for redacted events', () => {
  it.each([
    ['ALARM', 'alarm-goes-off'],
    ['OK', 'alarm-clears'],
    ['INSUFFICIENT_DATA', 'alarm-lacks-data'],
  ])('tells an alarm in %s by its outcome', async (value, rule) => {
    const kind = { source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change' };
    expect(await ruleOf({ ...kind, detail: { alarmName: 'a', state: { value } } })).toBe(rule);
  });

  it('tells bad news that only the detail shows', async () => {
    const detail = {
      eventName: 'ConsoleLogin',
      userIdentity: { type: 'Root' },
      responseElements: { ConsoleLogin: 'Success' },
    };
    const kind = { source: 'aws.signin', 'detail-type': 'AWS Console Sign In via CloudTrail' };
    expect(await ruleOf({ ...kind, detail })).toBe('root-signs-in');
  });

  it('has no rule that would take events of all sorts', async () => {
    const call = { 'detail-type': 'AWS API Call via CloudTrail', detail: { errorCode: 'Denied' } };
    expect(await ruleOf({ ...call, source: 'aws.ec2' })).toBeNull();
    expect(await ruleOf({ source: 'shop.api', detail: { status: 503 } })).toBeNull();
  });

  it('prefers a rule that needs no detail to one that did, unless that tells the news', async () => {
    const kind = { source: 'aws.rds', 'detail-type': 'RDS DB Instance Event' };
    expect(await ruleOf({ ...kind, detail: { EventCategories: ['backup'] } })).toBe(
      'database-changes',
    );
    expect(await ruleOf({ source: 'aws.lambda', detail: { eventName: 'Invoke' } })).toBe(
      'function-is-invoked',
    );
  });

  it.runIf(existsSync(CORPUS))('sounds recorded events as the owner hears them', async () => {
    const bridge = await likenessOf(mapping, recorded('eventbridge.jsonl'));
    expect(bridge).toEqual({ events: 193, rule: 189, voice: 192, news: 193, figure: 193 });
    const trail = await likenessOf(mapping, recorded('cloudtrail-stream-*.jsonl.gz'));
    expect(trail).toEqual({ events: 1_432, rule: 1_386, voice: 1_429, news: 1_432, figure: 1_432 });
  });
});
