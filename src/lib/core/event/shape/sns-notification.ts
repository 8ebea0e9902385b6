import type { JsonObject } from '../aws-event';
import { fieldOf, isObject, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Carrier, Found, Shape } from './shape';
import { textNotice } from './text-notice';

/** What SNS wraps around a message when raw delivery is off. */
export const snsNotification: Shape = (value) => {
  const type = textField(value, 'Type');
  if (type === 'Notification' || (type === null && isOfTopic(value))) return messageIn(value);
  if (type === 'SubscriptionConfirmation' || type === 'UnsubscribeConfirmation')
    return { reason: 'This is SNS asking to confirm a subscription, not an event.' };
  return null;
};

/** One record of the batch that SNS hands to a Lambda function. */
export const snsRecord: Shape = (value) => {
  const sns = fieldOf(value, 'Sns') ?? fieldOf(value, 'sns');
  return isObject(sns) ? messageIn(sns) : null;
};

/** Tools and tests write the message as an object, though SNS carries text alone. */
function messageIn(notification: JsonObject): Found | null {
  const message = fieldOf(notification, 'Message');
  if (message === undefined || message === null) return null;
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return { body, carrier: carrierOf(notification) };
}

function isOfTopic(value: JsonObject): boolean {
  return /^arn:aws[\w-]*:sns:/.test(textField(value, 'TopicArn') ?? '');
}

/** A message that is no event is a notice of an AWS service in plain words, else an event of its topic. */
function carrierOf(notification: JsonObject): Carrier {
  return (message) => {
    const subject = textField(notification, 'Subject');
    const notice = typeof message === 'string' ? textNotice(subject ?? '', message) : null;
    return envelopeOf({
      source: 'aws.sns',
      detailType: 'SNS Notification',
      arn: fieldOf(notification, 'TopicArn'),
      detail: { subject, message },
      time: fieldOf(notification, 'Timestamp'),
      ...notice,
      id: fieldOf(notification, 'MessageId'),
    });
  };
}
