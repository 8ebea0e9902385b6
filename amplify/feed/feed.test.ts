import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/lib/core/event/read-body';
import { compilePattern } from '../../src/lib/core/mapping/pattern';
import { stackTemplate } from '../fixtures/stack-template';
import { SYNTH_TIMEOUT_MS, propertiesOf } from '../fixtures/template-resources';
import { resourceArns } from '../resource-arns';
import { settings, type Settings } from '../settings';
import type { Template } from '../synth';
import { feed } from './feed';
import { wantedPatterns } from './feed-rules';
import { mappingInForce } from './mapping-in-force';

const PREFIX = 'ame-01234567';

function templateWith(change: Partial<Settings>): Template {
  return stackTemplate(
    (stack) =>
      void feed(stack, {
        prefix: PREFIX,
        arns: resourceArns(PREFIX),
        settings: { ...settings, ...change },
      }),
  );
}

const rulesWith = (change: Partial<Settings>) =>
  propertiesOf(templateWith(change), 'AWS::Events::Rule');

describe('the rules of the account’s feed', { timeout: SYNTH_TIMEOUT_MS }, () => {
  it('are made from the mapping, and change with it', () => {
    const patterns = (mapping: string) =>
      rulesWith({ mapping }).map(({ EventPattern }) => EventPattern);
    expect(patterns('default')).toEqual([{ source: [{ prefix: '' }] }]);
    expect(patterns('quiet')).toEqual(wantedPatterns(mappingInForce('quiet'), 'mapping'));
  });

  it('deliver everything when that is wanted', () => {
    const rules = rulesWith({ mapping: 'quiet', listen: 'everything' });
    expect(rules).toMatchObject([{ EventPattern: { source: [{ prefix: '' }] } }]);
  });

  it('ask for read-only calls only when they are wanted', () => {
    expect(rulesWith({})).toMatchObject([{ State: 'ENABLED' }]);
    expect(rulesWith({ taps: { ...settings.taps, readCalls: true } })).toMatchObject([
      { State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' },
    ]);
  });

  it('are not there in a hosted deployment, whose account is nobody’s to hear', () => {
    const { Resources } = templateWith({ deployment: 'hosted' });
    expect(
      Object.values(Resources)
        .map(({ Type }) => Type)
        .sort(),
    ).toEqual(['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy']);
  });

  it('bring the product’s own alarms to its ears, with any of our mappings', () => {
    const alarm = {
      version: '0',
      id: '5b1c7f0e-2d43-4b7a-9a52-0c6f3f2d9e10',
      time: '2026-11-21T14:00:00Z',
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm State Change',
      account: '123456789012',
      region: 'eu-north-1',
      resources: [`arn:aws:cloudwatch:eu-north-1:123456789012:alarm:${PREFIX}-DeadLetters`],
      detail: { alarmName: `${PREFIX}-DeadLetters`, state: { value: 'ALARM' } },
    };
    expect(readBody(JSON.stringify(alarm), 0).events[0]).toMatchObject({ outcome: 'error' });
    for (const mapping of ['default', 'quiet', 'drum-and-bass']) {
      const patterns = wantedPatterns(mappingInForce(mapping), 'mapping');
      expect(patterns.some((pattern) => compilePattern(pattern)(alarm))).toBe(true);
    }
  });
});
