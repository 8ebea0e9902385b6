import { createHash, createHmac, timingSafeEqual, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Asked } from './asked';
import type { IssuedCredentials } from './keyring';

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** What a request says of its signature. */
export interface Claim {
  readonly accessKeyId: string;
  readonly region: string;
  /** As in `sqs`. */
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20260101T120000Z`. */
  readonly signedAt: string;
}

/** Reads what a request says of its signature; null when it is not signed in the Authorization header. */
export function claimOf({ headers }: Asked): Claim | null {
  const parts = AUTHORIZATION.exec(headers['authorization'] ?? '');
  if (!parts) return null;
  const [, accessKeyId = '', , region = '', service = '', names = '', signature = ''] = parts;
  const signedAt = headers['x-amz-date'] ?? '';
  return { accessKeyId, region, service, signedHeaders: names.split(';'), signature, signedAt };
}

/** `20260101T120000Z` as milliseconds since 1970; NaN for anything else. */
export function signingTime(text: string): number {
  return Date.parse(
    text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}

/** SHA-256 as the signer wants it. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(secret));
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    throw new Error('A hash is made once.');
  }
}

function keyOf(secret: string | ArrayBuffer | ArrayBufferView): string | Buffer {
  if (typeof secret === 'string') return secret;
  if (secret instanceof ArrayBuffer) return Buffer.from(secret);
  return Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength);
}

function queryOf(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The headers that a signature must cover: the host, and everything of AWS's own that was sent. */
function isWhole({ headers }: Asked, { signedHeaders }: Claim): boolean {
  const own = Object.keys(headers).filter((name) => name.startsWith('x-amz-'));
  return ['host', ...own].every((name) => signedHeaders.includes(name));
}

/** A body's hash may be sent beside it; it is signed in the body's place, and so must be right. */
function isBodyHash({ headers, body }: Asked): boolean {
  const sent = headers['x-amz-content-sha256'];
  return sent === undefined || sent === createHash('sha256').update(body).digest('hex');
}

/** Whether a request was signed with these credentials: Signature Version 4, made anew from what arrived. */
export async function isSignedWith(
  asked: Asked,
  claim: Claim,
  credentials: IssuedCredentials,
): Promise<boolean> {
  if (!isWhole(asked, claim) || !isBodyHash(asked)) return false;
  if (asked.headers['x-amz-security-token'] !== credentials.sessionToken) return false;
  const { pathname, search, hostname } = new URL(asked.target, `http://${asked.headers['host']}`);
  const { region, service } = claim;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    region,
    service,
    sha256: Sha256,
    applyChecksum: false,
  });
  const names = new Set(claim.signedHeaders);
  const headers = Object.entries(asked.headers).filter(([name]) => names.has(name));
  const signed = await signer.sign(
    {
      method: asked.method,
      protocol: 'http:',
      hostname,
      path: pathname,
      query: queryOf(search),
      headers: Object.fromEntries(headers),
      body: asked.body,
    },
    { signingDate: new Date(signingTime(claim.signedAt)), signableHeaders: names },
  );
  const due = claimOf({ ...asked, headers: { ...asked.headers, ...signed.headers } })?.signature;
  return due !== undefined && timingSafeEqual(Buffer.from(due), Buffer.from(claim.signature));
}
