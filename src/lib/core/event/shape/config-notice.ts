import { fieldOf, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** EventBridge's names for what Config announces by SNS (Config developer guide, notifications). */
const DETAIL_TYPES = new Map([
  ['ConfigurationItemChangeNotification', 'Config Configuration Item Change'],
  ['OversizedConfigurationItemChangeNotification', 'Config Configuration Item Change'],
  ['ComplianceChangeNotification', 'Config Rules Compliance Change'],
  ['ConfigRulesEvaluationStarted', 'Config Rules Re-evaluation Status'],
  ['ConfigurationSnapshotDeliveryStarted', 'Config Configuration Snapshot Delivery Status'],
  ['ConfigurationSnapshotDeliveryCompleted', 'Config Configuration Snapshot Delivery Status'],
  ['ConfigurationSnapshotDeliveryFailed', 'Config Configuration Snapshot Delivery Status'],
  ['ConfigurationHistoryDeliveryCompleted', 'Config Configuration History Delivery Status'],
  ['ScheduledNotification', 'Config Scheduled Notification'],
]);

/** A notice of Config by SNS, put into the envelope of its EventBridge event. */
export const configNotice: Shape = (value) => {
  const detailType = DETAIL_TYPES.get(textField(value, 'messageType') ?? '');
  if (detailType === undefined) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.config',
      detailType,
      time: fieldOf(value, 'notificationCreationTime'),
      arn: valueAt(value, ['configurationItem', 'ARN']),
      account: fieldOf(value, 'awsAccountId'),
      region: fieldOf(value, 'awsRegion') ?? valueAt(value, ['configurationItem', 'awsRegion']),
      detail: value,
    }),
  };
};

/** What Config hands to the function of a custom rule: the notice lies inside it as text. */
export const configRuleCall: Shape = (value) => {
  const notice = fieldOf(value, 'invokingEvent');
  const rule = textField(value, 'configRuleName');
  if (typeof notice !== 'string' || rule === null) return null;
  return {
    body: notice,
    carrier: (message) =>
      envelopeOf({
        source: 'aws.config',
        detailType: 'Config Rule Call',
        arn: fieldOf(value, 'configRuleArn'),
        account: fieldOf(value, 'accountId'),
        detail: { configRuleName: rule, invokingEvent: message },
      }),
  };
};
