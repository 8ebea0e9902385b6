import type { Json, JsonObject } from '../aws-event';
import { fieldOf, isObject, textField, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

/** Function URLs look like HTTP APIs, but for their domain. */
const FUNCTION_URL = '.lambda-url.';

/** A request as API Gateway (REST, HTTP and WebSocket), a function URL or an ALB hands it to a function. */
export const httpRequest: Shape = (value) => {
  const context = fieldOf(value, 'requestContext');
  if (!isObject(context)) return null;
  const loadBalancer = fieldOf(context, 'elb');
  if (isObject(loadBalancer)) return balanced(value, fieldOf(loadBalancer, 'targetGroupArn'));
  const method =
    valueAt(context, ['http', 'method']) ??
    fieldOf(value, 'httpMethod') ??
    fieldOf(context, 'httpMethod');
  const isSocket = fieldOf(context, 'connectionId') !== undefined;
  return method === undefined && !isSocket ? null : gateway(value, context, isSocket);
};

function balanced(value: JsonObject, arn: Json | undefined) {
  return {
    envelope: envelopeOf({
      source: 'aws.elasticloadbalancing',
      detailType: 'ALB Request',
      arn,
      detail: value,
    }),
  };
}

function gateway(value: JsonObject, context: JsonObject, isSocket: boolean) {
  const domain = textField(context, 'domainName') ?? '';
  const isFunction = domain.includes(FUNCTION_URL);
  return {
    envelope: envelopeOf({
      source: isFunction ? 'aws.lambda' : 'aws.apigateway',
      detailType: isFunction ? 'Function URL Request' : gatewayType(isSocket),
      id: fieldOf(context, 'requestId'),
      time: fieldOf(context, 'requestTimeEpoch') ?? fieldOf(context, 'timeEpoch'),
      account: fieldOf(context, 'accountId'),
      region: /\.([a-z]{2}(?:-[a-z]+)+-\d)\.(?:amazonaws|on\.aws)/.exec(domain)?.[1],
      detail: value,
    }),
  };
}

function gatewayType(isSocket: boolean): string {
  return isSocket ? 'API Gateway WebSocket Message' : 'API Gateway Request';
}

/** One record that CloudFront hands to Lambda@Edge. */
export const edgeRecord: Shape = (value) => {
  const edge = fieldOf(value, 'cf');
  if (!isObject(edge) || !isObject(fieldOf(edge, 'config'))) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.cloudfront',
      detailType: 'CloudFront Request',
      id: valueAt(edge, ['config', 'requestId']),
      detail: edge,
    }),
  };
};

/** A request as VPC Lattice hands it to a function, in either version of its format. */
export const latticeRequest: Shape = (value) => {
  const path = textField(value, 'raw_path') ?? textField(value, 'path');
  const arn = valueAt(value, ['requestContext', 'serviceArn']);
  if (path === null || textField(value, 'method') === null) return null;
  if (arn === undefined && fieldOf(value, 'raw_path') === undefined) return null;
  return {
    envelope: envelopeOf({
      source: 'aws.vpc-lattice',
      detailType: 'VPC Lattice Request',
      time: valueAt(value, ['requestContext', 'timeEpoch']),
      arn,
      detail: value,
    }),
  };
};
