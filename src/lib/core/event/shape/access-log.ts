import type { JsonObject } from '../aws-event';
import { fieldOf, textField } from '../json-field';
import { classifyHttpStatus } from '../outcome/http-status';
import { envelopeOf } from './envelope';
import type { Shape, TextShape } from './shape';

const MAX_LINE_CHARS = 8_192;
/** Host, identity, user, time, request line, status, bytes: the common log format, as API Gateway writes it too. */
const COMMON_LOG =
  /^(\S+) (\S+) (\S+) \[([^\]]{1,40})\] ?"([A-Z]+) ([^\s"]+)(?: [^"]*)?" (\d{3}) (?:\d+|-)(?: (\S+))?/;
/** Type (not in a classic balancer's), time, balancer, client, target, three times, two statuses, two sizes, request line. */
const BALANCER_LOG =
  /^(?:(?:https?|h2|grpcs|wss?) )?(\d{4}-\d{2}-\d{2}T\S+) (\S+) (\S+) (\S+) (?:-?[\d.]+ ){3}(\d{3}|-) (\d{3}|-) \d+ \d+ "([A-Z]+|-) ([^"\s]+)(?: [^"]*)?"/;
const TARGET_GROUP = / (arn:aws[\w-]*:elasticloadbalancing:\S+:targetgroup\/\S+)/;

/** Whether an object is a line of a JSON access log: it tells a request and the HTTP status of its answer. */
export function isAccessLog(value: JsonObject): boolean {
  const asked = ['httpMethod', 'routeKey', 'resourcePath'].some(
    (name) => textField(value, name) !== null,
  );
  return asked && isStatus(value);
}

/** A line of an API Gateway access log in JSON. */
export const accessLog: Shape = (value) =>
  isAccessLog(value) ? { envelope: accessEnvelope(value) } : null;

/** The envelope of one request that an access log tells of. */
export function accessEnvelope(detail: JsonObject): JsonObject {
  return envelopeOf({
    source: 'aws.apigateway',
    detailType: 'API Gateway Access Log',
    id: fieldOf(detail, 'requestId'),
    time: fieldOf(detail, 'requestTime') ?? fieldOf(detail, 'requestTimeEpoch'),
    account: fieldOf(detail, 'accountId'),
    detail,
  });
}

/** The request and the status of a line in the common log format; null where it is none. */
function commonLogFields(text: string): JsonObject | null {
  const line = COMMON_LOG.exec(text.slice(0, MAX_LINE_CHARS));
  if (line === null) return null;
  const [, ip = '', , , requestTime = '', httpMethod = '', path = '', status = '', last] = line;
  const requestId = last === undefined || /^["-]/.test(last) ? {} : { requestId: last };
  return { ip, requestTime, httpMethod, path, status, ...requestId };
}

/** A line of an access log in the common log format. */
export const commonLogLine: TextShape = (text) => {
  const fields = commonLogFields(text);
  return fields === null ? null : { envelope: accessEnvelope({ ...fields, message: text }) };
};

/** A line of a load balancer's access log (Elastic Load Balancing user guides, access logs). */
export const balancerLogLine: TextShape = (text) => {
  const line = BALANCER_LOG.exec(text.slice(0, MAX_LINE_CHARS));
  if (line === null) return null;
  const [, time = '', elb = '', client = '', , status = '', target = '', method = '', url = ''] =
    line;
  return {
    envelope: envelopeOf({
      source: 'aws.elasticloadbalancing',
      detailType: 'ELB Access Log',
      time,
      arn: TARGET_GROUP.exec(text.slice(0, MAX_LINE_CHARS))?.[1],
      detail: {
        elb,
        client,
        elb_status_code: status,
        target_status_code: target,
        httpMethod: method,
        url,
        message: text,
      },
    }),
  };
};

function isStatus(value: JsonObject): boolean {
  const status = fieldOf(value, 'status') ?? fieldOf(value, 'statusCode');
  return /^[1-5]\d\d$/.test(String(status)) || classifyHttpStatus(status) !== null;
}
