import { randomUUID } from 'node:crypto';
import type { Call } from '../gate/call';
import type { ServiceRefusal } from '../service-refusal';
import type { Answered } from './forward';

const JSON_TYPE = 'application/x-amz-json-1.1';
const XML_TYPE = 'text/xml';

export const jsonAnswer = (value: object): Answered => ({
  status: 200,
  type: JSON_TYPE,
  body: JSON.stringify(value),
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An answer of a service that speaks XML: the fields of its result, as deep as they go. */
export function xmlAnswer(action: string, result: XmlFields): Answered {
  const inner = `<${action}Result>${xmlOf(result)}</${action}Result>`;
  const meta = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return {
    status: 200,
    type: XML_TYPE,
    body: `<${action}Response>${inner}${meta}</${action}Response>`,
  };
}

/** Texts by the names of their elements, and elements in elements. */
export interface XmlFields {
  readonly [name: string]: string | XmlFields;
}

function xmlOf(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      const inner = typeof value === 'string' ? escaped(value) : xmlOf(value);
      return `<${name}>${inner}</${name}>`;
    })
    .join('');
}

/** The codes by which services that speak XML call the errors that JSON names otherwise. */
const IN_XML: ReadonlyMap<string, string> = new Map([
  ['AccessDeniedException', 'AccessDenied'],
  ['ExpiredTokenException', 'ExpiredToken'],
  ['InvalidSignatureException', 'SignatureDoesNotMatch'],
  ['MissingAuthenticationTokenException', 'MissingAuthenticationToken'],
  ['UnrecognizedClientException', 'InvalidClientTokenId'],
]);

/** SNS has a name of its own for what a policy does not allow (SNS API reference, "Common Errors"). */
function codeInXml({ code }: ServiceRefusal, { service }: Call): string {
  if (service === 'sns' && code === 'AccessDeniedException') return 'AuthorizationError';
  return IN_XML.get(code) ?? code;
}

/** A refusal as the service's protocol writes it. */
export function refusedAnswer(refusal: ServiceRefusal, call: Call): Answered {
  const { status, code, message } = refusal;
  if (call.protocol === 'json')
    return { status, type: JSON_TYPE, body: JSON.stringify({ __type: code, message }) };
  const error = { Type: 'Sender', Code: codeInXml(refusal, call), Message: message };
  const body = `<ErrorResponse>${xmlOf({ Error: error, RequestId: randomUUID() })}</ErrorResponse>`;
  return { status, type: XML_TYPE, body };
}
