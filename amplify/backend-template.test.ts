import { beforeAll, describe, expect, it } from 'vitest';
import {
  everyResource,
  propertiesOf,
  statementsOf,
  SYNTH_TIMEOUT_MS,
} from './fixtures/template-resources';
import { FUNCTION_NAMES, TRIGGERS } from './function-names';
import { synthesise, type Template, type Templates } from './synth';

let templates: Templates;
let stack: (name: string) => Template;
beforeAll(async () => {
  templates = await synthesise();
  stack = (name) => templates[name]!;
}, SYNTH_TIMEOUT_MS);

const ours = () => ['auth', 'queue', 'share', 'feed', 'watch'].map((name) => stack(name));

/** Actions for which AWS knows no resource (Service Authorization Reference). */
const WITHOUT_RESOURCE = [
  'cloudtrail:DescribeTrails',
  'events:ListRuleNamesByTarget',
  'sns:GetSubscriptionAttributes',
  'sns:ListTopics',
  'sns:SetSubscriptionAttributes',
  'sns:Unsubscribe',
  'sqs:ListQueues',
];

describe('the rights', () => {
  it('name a resource wherever AWS knows one', () => {
    const wide = ours()
      .flatMap(statementsOf)
      .filter(({ resources }) => resources.includes('*'));
    expect([...new Set(wide.flatMap(({ actions }) => actions))].sort()).toEqual(WITHOUT_RESOURCE);
  });

  it('name every action, and allow nothing by a managed policy', () => {
    const actions = ours()
      .flatMap(statementsOf)
      .flatMap((statement) => statement.actions);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    const roles = ours().flatMap((template) => propertiesOf(template, 'AWS::IAM::Role'));
    expect(roles.filter((role) => 'ManagedPolicyArns' in role)).toEqual([]);
  });

  it('give no function the right to read or send a message', () => {
    const actions = ['queue', 'share'].flatMap((name) => statementsOf(stack(name)));
    const reading = actions.filter(({ actions: list }) => list.includes('sqs:ReceiveMessage'));
    expect(reading).toHaveLength(1);
    expect(JSON.stringify(reading[0]!.resources)).toContain('-listen-*');
    expect(actions.flatMap((one) => one.actions)).not.toContain('sqs:SendMessage');
  });
});

describe('the functions', () => {
  const functions = () =>
    ours().flatMap((template) => propertiesOf(template, 'AWS::Lambda::Function'));

  it('bear the names that the page is told', () => {
    const names = functions().map(({ FunctionName }) => String(FunctionName).slice(13));
    expect(names.sort()).toEqual(Object.values(FUNCTION_NAMES).sort());
  });

  it('know what they must, and the triggers nothing of the pool', () => {
    for (const { FunctionName, Environment } of functions()) {
      const { Variables } = Environment as { Variables: Record<string, unknown> };
      const trigger = TRIGGERS.some((name) => String(FunctionName).endsWith(name));
      expect('USER_POOL_ID' in Variables, String(FunctionName)).toBe(!trigger);
      for (const name of ['PREFIX', 'DEPLOYMENT', 'ACCOUNT_ID', 'SHARES_TABLE', 'ALLOWED_DOMAINS'])
        expect(Variables).toHaveProperty(name);
    }
  });

  it('log in JSON to a group of their own that is kept for a month', () => {
    for (const { LoggingConfig, Timeout } of functions()) {
      expect(LoggingConfig).toMatchObject({ LogFormat: 'JSON', LogGroup: expect.anything() });
      expect(Timeout).toBeGreaterThan(3);
    }
    const groups = ours().flatMap((template) => propertiesOf(template, 'AWS::Logs::LogGroup'));
    expect(groups).toHaveLength(functions().length);
    for (const group of groups) expect(group).toMatchObject({ RetentionInDays: 30 });
  });
});

describe('what fails', () => {
  it('is counted from the log of every function into the metric that the alarm watches', () => {
    const filters = ours().flatMap((template) => propertiesOf(template, 'AWS::Logs::MetricFilter'));
    expect(filters).toHaveLength(Object.keys(FUNCTION_NAMES).length);
    const alarms = JSON.stringify(propertiesOf(stack('watch'), 'AWS::CloudWatch::Alarm'));
    for (const { FilterPattern, MetricTransformations } of filters) {
      expect(FilterPattern).toBe('{ $.level = "ERROR" }');
      const [metric] = MetricTransformations as { MetricName: string; MetricNamespace: string }[];
      expect(alarms).toContain(
        `"MetricName":"${metric!.MetricName}","Namespace":"${metric!.MetricNamespace}"`,
      );
    }
  });
});

describe('queues, topics and the table', () => {
  it('are encrypted, and the dead letters are reached by TLS only', () => {
    expect(propertiesOf(stack('queue'), 'AWS::SQS::Queue')).toMatchObject([
      { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 },
    ]);
    const [policy] = propertiesOf(stack('queue'), 'AWS::SQS::QueuePolicy');
    expect(policy).toMatchObject({
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    });
  });

  it('let only our rules and our budget publish to the account’s feed', () => {
    const [policy] = propertiesOf(stack('feed'), 'AWS::SNS::TopicPolicy');
    const { Statement } = policy!['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.map(({ Principal }) => Principal)).toEqual([
      { Service: 'events.amazonaws.com' },
      { Service: 'budgets.amazonaws.com' },
    ]);
    for (const statement of allowed)
      expect(JSON.stringify(statement['Condition'])).toMatch(
        /aws:SourceArn.*aws:SourceAccount|aws:SourceAccount.*aws:SourceArn/,
      );
    expect(Statement.some(({ Effect }) => Effect === 'Deny')).toBe(true);
  });

  it('keep the table on demand, with rows that expire', () => {
    expect(propertiesOf(stack('share'), 'AWS::DynamoDB::Table')).toMatchObject([
      {
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
        KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
      },
    ]);
  });
});

describe('the rest', () => {
  it('lets join-share alone assume the listener’s role, for an hour', () => {
    const role = propertiesOf(stack('share'), 'AWS::IAM::Role').find(
      ({ RoleName }) => RoleName !== undefined,
    );
    expect(role).toMatchObject({ MaxSessionDuration: 3_600 });
    const { Statement } = role!['AssumeRolePolicyDocument'] as { Statement: unknown[] };
    expect(Statement).toHaveLength(1);
    expect(JSON.stringify(Statement)).toContain('joinsharelambdaServiceRole');
  });

  it('sweeps every quarter of an hour', () => {
    expect(propertiesOf(stack('share'), 'AWS::Scheduler::Schedule')).toMatchObject([
      { ScheduleExpression: 'cron(*/15 * * * ? *)', State: 'ENABLED' },
    ]);
  });

  it('gives every rule at most five targets, and hears nothing twice', () => {
    const rules = propertiesOf(stack('feed'), 'AWS::Events::Rule');
    expect(rules.length).toBeGreaterThan(0);
    for (const { Targets } of rules) expect(Targets).toHaveLength(1);
  });

  it('watches dead letters, failures, floods and the budget, on one dashboard', () => {
    const types = Object.values(stack('watch').Resources).map(({ Type }) => Type);
    expect(types.filter((type) => type === 'AWS::CloudWatch::Alarm')).toHaveLength(3);
    expect(types).toContain('AWS::Budgets::Budget');
    expect(types).toContain('AWS::CloudWatch::Dashboard');
  });

  it('removes at the end what was made at run time, before the function that does it goes', () => {
    const [, leftovers] = everyResource(templates).find(
      ([, { Type }]) => Type === 'Custom::Leftovers',
    )!;
    expect(JSON.stringify(leftovers.Properties)).toContain('teardownlambda');
    expect(leftovers.DependsOn).toEqual(
      expect.arrayContaining([expect.stringContaining('teardownlambdaServiceRoleDefaultPolicy')]),
    );
  });
});
