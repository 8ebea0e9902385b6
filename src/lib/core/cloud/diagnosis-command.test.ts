import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnosis';
import { diagnosisCommand } from './diagnosis-command';
import { runInPretendedShell, type Answers } from './fixtures/pretend-aws';

const FEED = 'arn:aws:sns:eu-central-1:111122223333:ame-00112233-feed-0a1b';
const EXPECTED = { feedArn: FEED, region: 'eu-central-1', accounts: ['123456789012'] };

const TRAIL = 'arn:aws:cloudtrail:eu-central-1:123456789012:trail/all';
const STACK = {
  status: 'CREATE_COMPLETE',
  reason: null,
  parameters: [{ ParameterKey: 'Feed', ParameterValue: FEED }],
};

const HEALTHY: Answers = {
  'sts get-caller-identity eu-central-1 json': { out: { account: '123456789012' } },
  'cloudformation describe-stacks eu-central-1 json': { out: STACK },
  'cloudformation describe-stack-resources eu-central-1 text': { text: 'Events-1\tHeartbeat-1' },
  'events describe-rule eu-central-1 json': { out: { name: 'Events-1', state: 'ENABLED' } },
  'cloudwatch get-metric-statistics Invocations eu-central-1 json': { out: 12 },
  'cloudwatch get-metric-statistics FailedInvocations eu-central-1 json': { out: 0 },
  'cloudtrail describe-trails eu-central-1 json': {
    out: [{ arn: TRAIL, home: 'eu-central-1', everywhere: true }],
  },
  'cloudtrail describe-trails eu-central-1 text': { text: TRAIL },
  'cloudtrail get-trail-status eu-central-1 json': { out: { logging: true } },
};

const hasJq = (() => {
  try {
    return execFileSync('jq', ['--version'], { encoding: 'utf8' }).startsWith('jq');
  } catch {
    return false;
  }
})();

describe.runIf(hasJq)('the diagnosis command, run in a shell with a pretended aws', () => {
  const found = (answers: Answers, home = 'eu-central-1') =>
    diagnose(runInPretendedShell(diagnosisCommand(home), answers), { ...EXPECTED, region: home });

  it('prints what the page reads as all well', () => {
    expect(found(HEALTHY).map(({ id, state }) => [id, state])).toEqual([
      ['feed-policy', 'ok'],
      ['connector', 'ok'],
      ['rule', 'ok'],
      ['feed', 'ok'],
      ['trail', 'ok'],
    ]);
  });

  it('tells that there is no stack, in either Region', () => {
    const fails =
      'An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id musical-event-connector does not exist';
    const nowhere = {
      ...HEALTHY,
      'cloudformation describe-stacks eu-central-1 json': { fails },
      'cloudformation describe-stacks us-east-1 json': { fails },
      'cloudformation describe-stack-resources eu-central-1 text': { fails },
      'cloudformation describe-stack-resources us-east-1 text': { fails },
    };
    expect(found(nowhere, 'us-east-1').find(({ id }) => id === 'connector')).toMatchObject({
      state: 'wrong',
      message: 'There is no connector in eu-central-1 or us-east-1.',
    });
  });

  it('keeps AWS’s own word where something may not be read', () => {
    const fails = 'An error occurred (AccessDenied): "you" may not\nDescribeTrails';
    const answers = { ...HEALTHY, 'cloudtrail describe-trails eu-central-1 json': { fails } };
    expect(found(answers).at(-1)).toMatchObject({ id: 'trail', state: 'unknown' });
    expect(found(answers).at(-1)?.message).toContain('"you" may not');
  });
});

describe('the diagnosis command', () => {
  it('takes nothing for a Region that a shell would take for more', () => {
    expect(() => diagnosisCommand('eu-central-1; id')).toThrow(RangeError);
  });

  it('only asks', () => {
    const asked = [...diagnosisCommand('eu-central-1').matchAll(/aws [a-z]+ ([a-z]+)-/g)];
    expect(new Set(asked.map(([, verb]) => verb))).toEqual(new Set(['describe', 'get']));
  });
});
