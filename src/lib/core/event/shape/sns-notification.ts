import type { JsonObject } from '../aws-event';
import { fieldOf, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Carrier, Shape } from './shape';
import { textNotice } from './text-notice';

/** What SNS wraps around a message when raw delivery is off. */
export const snsNotification: Shape = (value) => {
  const type = textField(value, 'Type');
  const message = fieldOf(value, 'Message');
  if (type === 'Notification' && typeof message === 'string')
    return { body: message, carrier: carrierOf(value) };
  if (type === 'SubscriptionConfirmation' || type === 'UnsubscribeConfirmation')
    return { reason: 'This is SNS asking to confirm a subscription, not an event.' };
  return null;
};

/** One record of the batch that SNS hands to a Lambda function. */
export const snsRecord: Shape = (value) => {
  const sns = fieldOf(value, 'Sns');
  const message = fieldOf(sns, 'Message');
  return typeof message === 'string'
    ? { body: message, carrier: carrierOf(sns as JsonObject) }
    : null;
};

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
