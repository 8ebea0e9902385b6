import { fieldOf, isObject, textField } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/**
 * What Lambda sends to a destination after an asynchronous call or a failed batch, put into the envelope that its
 * EventBridge destination uses (Lambda developer guide, asynchronous invocation records).
 */
export const lambdaDestination: Shape = (value) => {
  const context = fieldOf(value, 'requestContext');
  const functionArn = textField(context, 'functionArn');
  const condition = textField(context, 'condition');
  if (functionArn === null || condition === null || !isObject(context)) return null;
  const result = condition === 'Success' ? 'Success' : 'Failure';
  return {
    envelope: envelopeOf({
      source: 'lambda',
      detailType: `Lambda Function Invocation Result - ${result}`,
      id: fieldOf(context, 'requestId'),
      time: fieldOf(value, 'timestamp'),
      arn: functionArn,
      detail: value,
    }),
  };
};
