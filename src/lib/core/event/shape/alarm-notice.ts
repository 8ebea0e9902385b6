import type { JsonObject } from '../aws-event';
import { fieldOf, textField } from '../json-field';
import type { Shape } from './shape';

/** A CloudWatch alarm as SNS has always announced it, put into the envelope of `CloudWatch Alarm State Change`. */
export const alarmNotice: Shape = (value) => {
  const name = textField(value, 'AlarmName');
  const state = textField(value, 'NewStateValue');
  return name === null || state === null ? null : { envelope: envelopeOf(value, name, state) };
};

function envelopeOf(notice: JsonObject, name: string, state: string): JsonObject {
  const arn = textField(notice, 'AlarmArn');
  return {
    version: '0',
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: textField(notice, 'AWSAccountId') ?? '',
    time: fieldOf(notice, 'StateChangeTime') ?? null,
    region: arn?.split(':')[3] ?? '',
    resources: arn === null ? [] : [arn],
    detail: {
      alarmName: name,
      configuration: { description: textField(notice, 'AlarmDescription') ?? '' },
      previousState: { value: textField(notice, 'OldStateValue') ?? '' },
      state: { value: state, reason: textField(notice, 'NewStateReason') ?? '' },
    },
  };
}
