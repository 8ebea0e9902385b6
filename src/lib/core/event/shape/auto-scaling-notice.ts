import { fieldOf, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** EventBridge's names for what Auto Scaling announces by SNS (EC2 Auto Scaling user guide). */
const DETAIL_TYPES = new Map([
  ['autoscaling:EC2_INSTANCE_LAUNCH', 'EC2 Instance Launch Successful'],
  ['autoscaling:EC2_INSTANCE_LAUNCH_ERROR', 'EC2 Instance Launch Unsuccessful'],
  ['autoscaling:EC2_INSTANCE_TERMINATE', 'EC2 Instance Terminate Successful'],
  ['autoscaling:EC2_INSTANCE_TERMINATE_ERROR', 'EC2 Instance Terminate Unsuccessful'],
  ['autoscaling:EC2_INSTANCE_LAUNCHING', 'EC2 Instance-launch Lifecycle Action'],
  ['autoscaling:EC2_INSTANCE_TERMINATING', 'EC2 Instance-terminate Lifecycle Action'],
  ['autoscaling:TEST_NOTIFICATION', 'Auto Scaling Test Notification'],
]);

/** A notice of Auto Scaling by SNS or SQS, put into the envelope of its EventBridge event. */
export const autoScalingNotice: Shape = (value) => {
  const event = textField(value, 'LifecycleTransition') ?? textField(value, 'Event');
  const group = textField(value, 'AutoScalingGroupName');
  if (group === null || event?.startsWith('autoscaling:') !== true) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.autoscaling',
      detailType: DETAIL_TYPES.get(event) ?? `Auto Scaling ${event}`,
      time: fieldOf(value, 'Time') ?? fieldOf(value, 'EndTime'),
      arn: fieldOf(value, 'AutoScalingGroupARN'),
      account: fieldOf(value, 'AccountId'),
      detail: value,
    }),
  };
};
