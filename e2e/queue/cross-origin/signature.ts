import { createHash, createHmac } from 'node:crypto';

/** A request as it reached a server. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
}

const SERVICE = 'sqs';
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const TOLERANCE_MS = 5 * 60_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** 20260101T120000Z as milliseconds since 1970; NaN for anything else. */
function signingTime(text: string): number {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso);
}

function canonicalQuery(query: string): string {
  return query === '' ? '' : query.split('&').sort().join('&');
}

/** The request as Signature Version 4 writes it down (AWS IAM user guide, "Create a signed AWS API request"). */
function canonicalRequest(request: SignedRequest, signed: readonly string[]): string {
  const [path = '/', query = ''] = request.target.split('?');
  const headers = signed.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`);
  return [
    request.method,
    encodeURI(path),
    canonicalQuery(query),
    headers.join(''),
    signed.join(';'),
    sha256(request.body),
  ].join('\n');
}

/** The headers that a signature must cover: the host, and everything of AWS's own that was sent. */
function unsigned(request: SignedRequest, signed: readonly string[]): string[] {
  const sent = Object.keys(request.headers);
  const wanted = ['host', ...sent.filter((name) => name.startsWith('x-amz-'))];
  return wanted.filter((name) => !signed.includes(name));
}

/**
 * Why a request's signature is refused; null when it is right. The signature is made anew from the secret and from
 * what arrived, with none of the SDK's code.
 */
export function refusedBecause(
  request: SignedRequest,
  signer: Signer,
  nowMs: number,
): string | null {
  const parts = AUTHORIZATION.exec(request.headers['authorization'] ?? '');
  if (!parts) return 'the Authorization header has another form';
  const [, key, day = '', region, service, names = '', signature] = parts;
  const date = request.headers['x-amz-date'] ?? '';
  const signed = names.split(';');
  const missing = unsigned(request, signed);
  if (key !== signer.accessKeyId) return `the access key is ${key}`;
  if (request.headers['x-amz-security-token'] !== signer.sessionToken)
    return 'the session token is another';
  if (region !== signer.region || service !== SERVICE) return `the scope is ${region}/${service}`;
  if (!date.startsWith(day) || !(Math.abs(signingTime(date) - nowMs) <= TOLERANCE_MS))
    return `it was signed for ${date}`;
  if (missing.length > 0) return `the signature leaves out ${missing.join(', ')}`;
  const scope = `${day}/${region}/${SERVICE}/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonicalRequest(request, signed))}`;
  const keys = [day, region, SERVICE, 'aws4_request'];
  const signingKey = keys.reduce<string | Buffer>(hmac, `AWS4${signer.secretAccessKey}`);
  return hmac(signingKey, toSign).toString('hex') === signature ? null : 'the signature is wrong';
}
