import type { JsonObject } from '../aws-event';
import { fieldOf, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

const ALARM = 'CloudWatch Alarm State Change';

/** A CloudWatch alarm as SNS has always announced it, put into the envelope of `CloudWatch Alarm State Change`. */
export const alarmNotice: Shape = (value) => {
  const alarmName = textField(value, 'AlarmName');
  const state = textField(value, 'NewStateValue');
  if (alarmName === null || state === null) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.cloudwatch',
      detailType: ALARM,
      time: fieldOf(value, 'StateChangeTime'),
      arn: fieldOf(value, 'AlarmArn'),
      account: fieldOf(value, 'AWSAccountId'),
      detail: {
        alarmName,
        configuration: { description: textField(value, 'AlarmDescription') ?? '' },
        previousState: { value: textField(value, 'OldStateValue') ?? '' },
        state: { value: state, reason: textField(value, 'NewStateReason') ?? '' },
      },
    }),
  };
};

/** A CloudWatch alarm as it calls a function: the detail of its EventBridge event lies in `alarmData`. */
export const alarmAction: Shape = (value) => {
  const data = fieldOf(value, 'alarmData');
  const arn = textField(value, 'alarmArn');
  if (arn === null || textField(data, 'alarmName') === null) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.cloudwatch',
      detailType: ALARM,
      time: fieldOf(value, 'time'),
      arn,
      account: fieldOf(value, 'accountId'),
      region: fieldOf(value, 'region'),
      detail: data as JsonObject,
    }),
  };
};
