import { fieldOf, isObject, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** EventBridge's names for SES's event types (SES developer guide, EventBridge). */
const DETAIL_TYPES = new Map([
  ['Send', 'Email Sent'],
  ['Delivery', 'Email Delivered'],
  ['Bounce', 'Email Bounced'],
  ['Complaint', 'Email Complaint Received'],
  ['Reject', 'Email Rejected'],
  ['Open', 'Email Opened'],
  ['Click', 'Email Clicked'],
  ['Rendering Failure', 'Email Rendering Failed'],
  ['DeliveryDelay', 'Email Delivery Delayed'],
  ['Subscription', 'Email Subscribed'],
  ['Received', 'Email Received'],
]);

/** A notice of SES about a mail sent or received, as SNS or a configuration set delivers it. */
export const sesNotice: Shape = (value) => {
  const type = textField(value, 'notificationType') ?? textField(value, 'eventType');
  const mail = fieldOf(value, 'mail');
  if (type === null || !isObject(mail)) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.ses',
      detailType: DETAIL_TYPES.get(type) ?? `Email ${type}`,
      id: fieldOf(mail, 'messageId'),
      time: fieldOf(mail, 'timestamp'),
      arn: fieldOf(mail, 'sourceArn'),
      account: fieldOf(mail, 'sendingAccountId'),
      detail: value,
    }),
  };
};

/** One record of the batch that SES hands to a Lambda function for a mail received. */
export const sesRecord: Shape = (value) => {
  const ses = fieldOf(value, 'ses');
  if (!isObject(ses) || textField(value, 'eventSource') !== 'aws:ses') return null;
  return {
    envelope: envelopeOf({
      source: 'aws.ses',
      detailType: 'Email Received',
      id: valueAt(ses, ['mail', 'messageId']),
      time: valueAt(ses, ['mail', 'timestamp']),
      detail: ses,
    }),
  };
};
