import { describe, expect, it } from 'vitest';
import { accountFeed } from '../feed/account-feed';
import { stackTemplate } from '../fixtures/stack-template';
import { SYNTH_TIMEOUT_MS, propertiesOf } from '../fixtures/template-resources';
import { FUNCTION_NAMES } from '../function-names';
import { resourceArns } from '../resource-arns';
import { settings, type Settings } from '../settings';
import type { Template } from '../synth';
import { WATCHED_FUNCTIONS } from './alarms';
import { watch } from './watch';

const PREFIX = 'ame-01234567';
const NAMES = Object.values(FUNCTION_NAMES);

function templateWith(change: Partial<Settings>): Template {
  const deployment = {
    prefix: PREFIX,
    arns: resourceArns(PREFIX),
    settings: { ...settings, ...change },
  };
  return stackTemplate((stack) =>
    watch(stack, deployment, accountFeed(stack, PREFIX, deployment.arns), NAMES),
  );
}

describe('watching a deployment', { timeout: SYNTH_TIMEOUT_MS }, () => {
  it('watches functions that there are', () => {
    for (const name of WATCHED_FUNCTIONS) expect(NAMES).toContain(name);
    const alarms = propertiesOf(templateWith({}), 'AWS::CloudWatch::Alarm');
    const errors = alarms.find(({ AlarmName }) => AlarmName === `${PREFIX}-FunctionErrors`);
    for (const name of WATCHED_FUNCTIONS)
      expect(JSON.stringify(errors)).toContain(`"${PREFIX}-${name}"`);
  });

  it('tells of the budget on the feed', () => {
    const [budget] = propertiesOf(templateWith({ budgetUsd: 25 }), 'AWS::Budgets::Budget');
    expect(budget).toMatchObject({
      Budget: { BudgetLimit: { Amount: 25, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
    });
    const notices = budget!['NotificationsWithSubscribers'] as { Subscribers: unknown[] }[];
    expect(notices).toHaveLength(3);
    for (const { Subscribers } of notices)
      expect(Subscribers).toMatchObject([{ SubscriptionType: 'SNS' }]);
  });

  it('has no budget, and mails nobody, where that is wanted', () => {
    const template = templateWith({ budgetUsd: null });
    expect(propertiesOf(template, 'AWS::Budgets::Budget')).toEqual([]);
    expect(propertiesOf(template, 'AWS::SNS::Subscription')).toEqual([]);
  });

  it('mails alarms and the budget’s notices to an address', () => {
    const template = templateWith({ alarmEmail: 'owner@example.com' });
    expect(propertiesOf(template, 'AWS::SNS::Subscription')).toMatchObject([
      { Protocol: 'email', Endpoint: 'owner@example.com' },
    ]);
    for (const alarm of propertiesOf(template, 'AWS::CloudWatch::Alarm'))
      expect(alarm['AlarmActions']).toHaveLength(1);
    expect(JSON.stringify(propertiesOf(template, 'AWS::Budgets::Budget'))).toContain('"EMAIL"');
  });

  it('shows every function on the dashboard', () => {
    const [dashboard] = propertiesOf(templateWith({}), 'AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard!['DashboardBody']);
    for (const name of NAMES) expect(body).toContain(`${PREFIX}-${name}`);
  });
});
