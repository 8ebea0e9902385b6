import type { CredentialProvider, QueueCredentials } from '$lib/source/sqs/kept-credentials';

export interface GuestPool {
  readonly identityPoolId: string;
  readonly region: string;
  /** Another endpoint than the Region's own, for example a local one. */
  readonly endpoint?: string;
}

/** Cognito did not give a guest's credentials. `code` is the raw one of the service. */
export class GuestRefusedError extends Error {
  override readonly name = 'GuestRefusedError';
  readonly resolution = 'Try again in a minute; if it stays, tell who gave you the link.';
  readonly code: string;

  constructor(code: string) {
    super('The deployment does not let guests in.');
    this.code = code;
  }
}

/** A hung request is given up then. */
const LIMIT_MS = 10_000;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** A code may come with its namespace before it: `com.amazonaws…#NotAuthorizedException`. */
function codeOf({ __type }: Fields, status: number): string {
  return typeof __type === 'string' ? (__type.split('#').at(-1) ?? '') : `HTTP ${String(status)}`;
}

/**
 * Credentials of a guest of an identity pool, whether or not somebody is signed in in this browser: a listener is always
 * a guest. The two calls need no signature and no SDK (Amazon Cognito Federated Identities API reference, GetId and
 * GetCredentialsForIdentity, enhanced flow).
 *
 * @throws GuestRefusedError, or what `fetch` throws, when they cannot be had.
 */
export function guestCredentials(
  { identityPoolId, region, endpoint }: GuestPool,
  send: typeof fetch = fetch,
): CredentialProvider {
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const url = endpoint ?? `https://cognito-identity.${region}.amazonaws.com${suffix}/`;
  let identity: string | null = null;

  async function ask(action: string, input: Fields): Promise<Fields> {
    const answer = await send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityService.${action}`,
      },
      body: JSON.stringify(input),
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const fields = fieldsOf(await answer.json().catch(() => null));
    if (!answer.ok) throw new GuestRefusedError(codeOf(fields, answer.status));
    return fields;
  }

  return async () => {
    identity ??= textIn(await ask('GetId', { IdentityPoolId: identityPoolId }), 'IdentityId');
    const given = await ask('GetCredentialsForIdentity', { IdentityId: identity });
    return credentialsIn(fieldsOf(given['Credentials']));
  };
}

function textIn(fields: Fields, name: string): string {
  const text = fields[name];
  if (typeof text !== 'string') throw new GuestRefusedError('BadAnswer');
  return text;
}

/** The service tells the end in seconds since the epoch. */
function credentialsIn(fields: Fields): QueueCredentials {
  const seconds = fields['Expiration'];
  return {
    accessKeyId: textIn(fields, 'AccessKeyId'),
    secretAccessKey: textIn(fields, 'SecretKey'),
    sessionToken: textIn(fields, 'SessionToken'),
    ...(typeof seconds === 'number' && { expiration: new Date(seconds * 1000) }),
  };
}
