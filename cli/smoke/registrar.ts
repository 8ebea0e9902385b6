import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Deployment } from './deployment';
import { confirmWith, signUpWith } from './person';

/** Makes people who can sign in. */
export interface Registrar {
  /** Whether no person at a terminal is needed. */
  readonly unattended: boolean;
  /** Makes one; tells how. */
  register(email: string, password: string): Promise<string>;
  /** Takes away one whose account cannot delete itself. */
  remove(email: string): Promise<void>;
}

/** Asks for the code that was sent to an address. */
export interface CodeReader {
  readonly unattended: boolean;
  code(email: string): Promise<string>;
}

/** People sign up themselves, as on the page. */
export function selfSignUp(codes: CodeReader): Registrar {
  return {
    unattended: codes.unattended,
    async register(email, password) {
      await signUpWith(email, password);
      await confirmWith(email, await codes.code(email));
      return 'signed up, confirmed by the code';
    },
    async remove(email) {
      throw new Error(`Delete ${email} in the user pool: without --admin this script cannot.`);
    },
  };
}

/** People sign up where that is open, and are made where it is not; the AWS credentials of this terminal confirm. */
export function adminSignUp({ region, userPoolId, cloud, endpoints }: Deployment): Registrar {
  const cognito = new CognitoIdentityProviderClient({
    region,
    ...(cloud.endpoints && { endpoint: endpoints.cognitoIdp }),
  });
  const who = (email: string) => ({ UserPoolId: userPoolId, Username: email });

  async function confirm(email: string, password: string): Promise<string> {
    await signUpWith(email, password);
    await cognito.send(new AdminConfirmSignUpCommand(who(email)));
    return 'signed up, confirmed by an administrator';
  }

  async function create(email: string, password: string): Promise<string> {
    const attributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ];
    await cognito.send(
      new AdminCreateUserCommand({
        ...who(email),
        UserAttributes: attributes,
        MessageAction: 'SUPPRESS',
      }),
    );
    const set = { ...who(email), Password: password, Permanent: true };
    await cognito.send(new AdminSetUserPasswordCommand(set));
    return 'made by an administrator';
  }

  return {
    unattended: true,
    register: cloud.selfSignUp === 'open' ? confirm : create,
    remove: async (email) => void (await cognito.send(new AdminDeleteUserCommand(who(email)))),
  };
}
