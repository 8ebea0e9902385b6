import { Aws } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Told when so much of the limit is spent, or is foreseen to be. */
const NOTIFICATIONS = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
];

/**
 * A monthly budget of the whole account, since costs cannot be told apart without cost allocation tags. Its
 * notices go to the account's feed, and are heard there; and to an e-mail address, where one is set.
 * @param limitUsd US dollars a month
 */
export function budget(
  scope: Construct,
  prefix: string,
  limitUsd: number,
  feed: Topic,
  email: string | null,
): CfnBudget {
  feed.addToResourcePolicy(fromBudgets(feed));
  const subscribers = [
    { subscriptionType: 'SNS', address: feed.topicArn },
    ...(email === null ? [] : [{ subscriptionType: 'EMAIL', address: email }]),
  ];
  return new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `${prefix}-monthly`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: limitUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: NOTIFICATIONS.map((notification) => ({
      notification: {
        ...notification,
        thresholdType: 'PERCENTAGE',
        comparisonOperator: 'GREATER_THAN',
      },
      subscribers,
    })),
  });
}

function fromBudgets(feed: Topic): PolicyStatement {
  return new PolicyStatement({
    sid: 'FromTheBudget',
    principals: [new ServicePrincipal('budgets.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [feed.topicArn],
    conditions: {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:budgets::${Aws.ACCOUNT_ID}:*` },
    },
  });
}
