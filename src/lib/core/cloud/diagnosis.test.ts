import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnosis';

const FEED = 'arn:aws:sns:eu-central-1:111122223333:ame-00112233-feed-0a1b';
const EXPECTED = { feedArn: FEED, region: 'eu-central-1', accounts: ['123456789012'] };
const ARN = 'arn:aws:cloudtrail:eu-central-1:123456789012:trail/all';

type Part = Readonly<Record<string, unknown>>;

const identity = (account = '123456789012'): Part => ({ identity: { account } });
const stack = (fields: Part = {}, region = 'eu-central-1', feed = FEED): Part => ({
  region,
  stack: {
    status: 'CREATE_COMPLETE',
    reason: null,
    parameters: [{ ParameterKey: 'Feed', ParameterValue: feed }],
    ...fields,
  },
});
const absent = (region: string): Part => ({
  region,
  stack: { error: 'Stack with id musical-event-connector does not exist' },
});
const rule = (fields: Part = { state: 'ENABLED' }): Part => ({
  region: 'eu-central-1',
  rule: { name: 'Events-1', ...fields },
});
const metric = (name: string, sum: number | null): Part => ({
  region: 'eu-central-1',
  metric: { rule: 'Events-1', name, sum },
});
const trails = (...list: Part[]): Part => ({ trails: list });
const trail = { arn: ARN, home: 'eu-central-1', everywhere: false };
const logs = (logging: boolean): Part => ({ trail: { arn: ARN, logging } });

const REST = [rule(), trails(trail), logs(true)];

const print = (...parts: readonly Part[]) =>
  JSON.stringify({ version: 1, region: 'eu-central-1', parts }, null, 2);

const verdict = (id: string, ...parts: readonly Part[]) =>
  diagnose(print(...parts), EXPECTED).find((check) => check.id === id);

describe('what is wrong with a connection', () => {
  it('stack missing', () => {
    const found = verdict(
      'connector',
      identity(),
      absent('eu-central-1'),
      trails(trail),
      logs(true),
    );
    expect(found).toMatchObject({
      state: 'wrong',
      message: 'There is no connector in eu-central-1.',
    });
    expect(found?.resolution).toContain('step 2');
  });

  it('stack in another Region, with none where the feed is', () => {
    const found = verdict(
      'connector',
      identity(),
      stack({}, 'us-east-1'),
      absent('eu-central-1'),
      ...REST,
    );
    expect(found?.message).toContain(
      'The connector is in us-east-1, and your feed in eu-central-1',
    );
    expect(found?.resolution).toContain('eu-central-1');
  });

  it('stack in both Regions is right', () => {
    const found = verdict('connector', identity(), stack({}, 'us-east-1'), stack(), ...REST);
    expect(found).toMatchObject({ state: 'ok' });
    expect(found?.message).toContain('forwards from us-east-1');
  });

  it('stack that was rolled back, with the reason', () => {
    const fields = { status: 'ROLLBACK_COMPLETE', reason: 'no right to make roles' };
    const found = verdict('connector', identity(), stack(fields), ...REST);
    expect(found?.message).toContain('no right to make roles');
    expect(found?.resolution).toContain('delete-stack');
  });

  it('stack that is still being made', () => {
    const found = verdict(
      'connector',
      identity(),
      stack({ status: 'CREATE_IN_PROGRESS' }),
      ...REST,
    );
    expect(found).toMatchObject({ state: 'unknown' });
  });

  it('stack of another feed', () => {
    const other = FEED.replace('0a1b', 'ffff');
    const found = verdict('connector', identity(), stack({}, 'eu-central-1', other), ...REST);
    expect(found?.message).toContain(other);
  });

  it('rule disabled, with the command that switches it on', () => {
    const found = verdict('rule', identity(), stack(), rule({ state: 'DISABLED' }), trails());
    expect(found).toMatchObject({
      state: 'wrong',
      resolution: 'aws events enable-rule --name Events-1 --region eu-central-1',
    });
  });

  it('rule deleted by hand', () => {
    const gone = rule({ error: 'Rule Events-1 does not exist on EventBus default.' });
    expect(verdict('rule', identity(), stack(), gone, trails())).toMatchObject({
      state: 'unknown',
    });
  });

  it('policy refused: what EventBridge could not deliver', () => {
    const metrics = [metric('Invocations', 40), metric('FailedInvocations', 7)];
    const found = verdict('feed', identity(), stack(), ...REST, ...metrics);
    expect(found?.state).toBe('wrong');
    expect(found?.message).toContain('7 events of 40');
  });

  it('says nothing of deliveries that nobody counted', () => {
    expect(verdict('feed', identity(), stack(), ...REST)).toBeUndefined();
  });

  it('account not added', () => {
    const found = verdict('feed-policy', identity('999999999999'), stack(), ...REST);
    expect(found).toMatchObject({ state: 'wrong' });
    expect(found?.resolution).toContain('Add 999999999999');
  });

  it.each([
    ['absent', [trails()], 'wrong', 'no trail'],
    [
      'of another Region',
      [trails({ ...trail, home: 'us-east-1' }), logs(true)],
      'wrong',
      'no trail',
    ],
    ['that does not log', [trails(trail), logs(false)], 'wrong', 'does not log'],
    ['that may not be read', [trails(trail)], 'unknown', 'could not be read'],
    [
      'of all Regions',
      [trails({ ...trail, home: 'us-east-1', everywhere: true }), logs(true)],
      'ok',
      'logs',
    ],
  ] as const)('trail %s', (_, parts, state, words) => {
    const found = verdict('trail', identity(), stack(), rule(), ...parts);
    expect(found?.state).toBe(state);
    expect(found?.message).toContain(words);
  });
});

describe('what was pasted', () => {
  const ids = (pasted: string) => diagnose(pasted, EXPECTED).map(({ state }) => state);
  const well = print(identity(), stack(), ...REST);

  it('may have the prompt and the command around it', () => {
    expect(
      ids(`[cloudshell-user@ip ~]$ ( here="\${AWS}" )\n${well}\n[cloudshell-user@ip ~]$ `),
    ).toEqual(ids(well));
  });

  it('may be broken where the terminal ended', () => {
    expect(
      ids(well.replace('connector"', 'connector"').replace('feed-0a1b', 'feed-\n0a1b')),
    ).toEqual(ids(well));
  });

  it.each([
    '',
    'hello',
    '{}',
    '{"version":2,"parts":[]}',
    '{"version":1,"parts":7}',
    '}{',
    '{"version":1',
  ])('is not taken for a diagnosis when it is %j', (pasted) => {
    expect(diagnose(pasted, EXPECTED)).toMatchObject([{ id: 'connector', state: 'unknown' }]);
  });

  it('may hold any nonsense in any place', () => {
    const odd = [null, 7, 'x', [], {}, { error: 4 }, { name: {} }];
    for (const part of ['identity', 'stack', 'rule', 'metric', 'trails', 'trail', '__proto__'])
      for (const value of odd) {
        const pasted = `{"version":1,"region":[],"parts":[{"${part}":${JSON.stringify(value)}},${JSON.stringify(value)}]}`;
        for (const check of diagnose(pasted, EXPECTED)) expect(check.message).not.toBe('');
      }
  });
});
