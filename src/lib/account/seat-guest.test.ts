import { describe, expect, it } from 'vitest';
import { guestCredentials } from './seat-guest';

const POOL = { identityPoolId: 'eu-west-1:pool', region: 'eu-west-1' };
const GIVEN = {
  Credentials: { AccessKeyId: 'k', SecretKey: 's', SessionToken: 't', Expiration: 1_700_000_000.5 },
};

interface Request {
  readonly url: string;
  readonly action: string | null;
  readonly input: unknown;
}

/** A service that answers in turn, and what it was asked. */
function service(...answers: (readonly [number, unknown])[]) {
  const asked: Request[] = [];
  const send: typeof fetch = async (url, init) => {
    const action = new Headers(init?.headers).get('x-amz-target');
    asked.push({ url: String(url), action, input: JSON.parse(String(init?.body)) });
    const [status, body] = answers[asked.length - 1] ?? [500, 'no'];
    return new Response(JSON.stringify(body), { status });
  };
  return { asked, send };
}

describe('the credentials of a guest', () => {
  it('are those of an identity that is asked for once', async () => {
    const { asked, send } = service(
      [200, { IdentityId: 'eu-west-1:me' }],
      [200, GIVEN],
      [200, GIVEN],
    );
    const provider = guestCredentials(POOL, send);
    const expected = { accessKeyId: 'k', secretAccessKey: 's', sessionToken: 't' };
    const expiration = new Date(1_700_000_000_500);
    expect(await provider({ forceRefresh: false })).toEqual({ ...expected, expiration });
    await provider({ forceRefresh: true });
    const url = 'https://cognito-identity.eu-west-1.amazonaws.com/';
    const again = {
      url,
      action: 'AWSCognitoIdentityService.GetCredentialsForIdentity',
      input: { IdentityId: 'eu-west-1:me' },
    };
    expect(asked).toEqual([
      {
        url,
        action: 'AWSCognitoIdentityService.GetId',
        input: { IdentityPoolId: 'eu-west-1:pool' },
      },
      again,
      again,
    ]);
  });

  it('are refused with the code of the service', async () => {
    const { send } = service([400, { __type: 'com.amazonaws#NotAuthorizedException' }]);
    await expect(guestCredentials(POOL, send)({ forceRefresh: false })).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    });
  });

  it.each([
    ['no code', [503, null], 'HTTP 503'],
    ['no identity', [200, { IdentityId: 7 }], 'BadAnswer'],
  ] as const)('are refused where the answer has %s', async (_, answer, code) => {
    const { send } = service(answer);
    await expect(guestCredentials(POOL, send)({ forceRefresh: false })).rejects.toMatchObject({
      code,
    });
  });
});
