import type { Credentials } from './credentials';
import type { Deployment } from './deployment';

interface Given {
  readonly AccessKeyId: string;
  readonly SecretKey: string;
  readonly SessionToken: string;
}

async function ask<T>({ endpoints }: Deployment, action: string, input: object): Promise<T> {
  const answer = await fetch(endpoints.cognitoIdentity, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${action}`,
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${action} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The credentials that anyone gets who does not sign in. */
export async function guestCredentials(deployment: Deployment): Promise<Credentials> {
  const { IdentityId } = await ask<{ IdentityId: string }>(deployment, 'GetId', {
    IdentityPoolId: deployment.identityPoolId,
  });
  const { Credentials: given } = await ask<{ Credentials: Given }>(
    deployment,
    'GetCredentialsForIdentity',
    { IdentityId },
  );
  return {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretKey,
    sessionToken: given.SessionToken,
  };
}
