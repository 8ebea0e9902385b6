import { fieldOf, textField } from '../json-field';
import type { Shape } from './shape';

/** What SNS wraps around a message when raw delivery is off. */
export const snsNotification: Shape = (value) => {
  const type = textField(value, 'Type');
  const message = fieldOf(value, 'Message');
  if (type === 'Notification' && typeof message === 'string') return { body: message };
  if (type === 'SubscriptionConfirmation' || type === 'UnsubscribeConfirmation')
    return { reason: 'This is SNS asking to confirm a subscription, not an event.' };
  return null;
};

/** One record of the batch that SNS hands to a Lambda function. */
export const snsRecord: Shape = (value) => {
  const sns = fieldOf(value, 'Sns');
  const message = fieldOf(sns, 'Message');
  return typeof message === 'string' ? { body: message } : null;
};
