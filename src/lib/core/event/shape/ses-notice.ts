import type { Json, JsonObject } from '../aws-event';
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
  ['RenderingFailure', 'Email Rendering Failed'],
  ['DeliveryDelay', 'Email Delivery Delayed'],
  ['Subscription', 'Email Subscribed'],
  ['Received', 'Email Received'],
]);
/** The field in which each of these tells more. */
const TELLING = [
  ...['bounce', 'complaint', 'delivery', 'send', 'reject', 'open', 'click', 'failure'],
  ...['deliveryDelay', 'subscription', 'receipt'],
];

/** A notice of SES about a mail sent or received, as SNS or a configuration set delivers it. */
export const sesNotice: Shape = (value) => {
  const type = textField(value, 'notificationType') ?? textField(value, 'eventType');
  const mail = fieldOf(value, 'mail');
  if (type === null || (!isObject(mail) && !isTelling(type, value))) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.ses',
      detailType: DETAIL_TYPES.get(type) ?? `Email ${type}`,
      id: fieldOf(mail, 'messageId'),
      time: fieldOf(mail, 'timestamp') ?? timeIn(value),
      arn: fieldOf(mail, 'sourceArn'),
      account: fieldOf(mail, 'sendingAccountId'),
      detail: value,
    }),
  };
};

function timeIn(value: JsonObject): Json | undefined {
  const telling = TELLING.find((name) => fieldOf(value, name) !== undefined);
  return telling === undefined ? undefined : valueAt(value, [telling, 'timestamp']);
}

/** A notice that was cut down to what happened is known by its type and the field of its type. */
function isTelling(type: string, value: JsonObject): boolean {
  if (!DETAIL_TYPES.has(type)) return false;
  return TELLING.some((name) => isObject(fieldOf(value, name)));
}

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
