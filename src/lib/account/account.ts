import type { Calls, MemberCall } from '$lib/core/cloud/calls';
import type { CloudOutputs } from '$lib/core/cloud/outputs';
import { SignedOutError } from './account-error';
import { AuthenticatorApp } from './authenticator-app';
import { loadAuthService, type AuthService } from './auth-service';
import { FunctionCaller, type CallOptions } from './function-caller';
import { MemberSession } from './member';
import { memberQueue, type MemberQueue } from './member-queue';
import type { Invoke } from './lambda-client';
import { loadOutputs, type AmplifyOutputs } from './outputs';
import { SignIn } from './sign-in';

/** The account room as the session sees it. */
export class Account {
  readonly cloud: CloudOutputs;
  readonly signIn: SignIn;
  readonly authenticator: AuthenticatorApp;
  readonly session: MemberSession;
  /** Tells when the sign-in may have ended by itself. */
  readonly onEnded: AuthService['onEnded'];
  readonly #caller: FunctionCaller;

  constructor({ custom }: AmplifyOutputs, auth: AuthService, invoke: (account: Account) => Invoke) {
    this.cloud = custom.cloud;
    this.signIn = new SignIn(auth);
    this.authenticator = new AuthenticatorApp(auth);
    this.session = new MemberSession(auth);
    this.onEnded = (hear) => auth.onEnded(hear);
    this.#caller = new FunctionCaller(invoke(this), this.cloud.functions);
  }

  /**
   * Calls a function as who is signed in.
   *
   * @throws AccountError, or the signal's reason when that aborts.
   */
  async call<N extends MemberCall>(
    name: N,
    input: Calls[N]['input'],
    options: CallOptions = {},
  ): Promise<Calls[N]['value']> {
    const idToken = await this.session.idToken();
    return this.#caller.call<MemberCall>(name, { ...input, idToken }, options) as Promise<
      Calls[N]['value']
    >;
  }

  /**
   * The queue of who is signed in.
   *
   * @throws SignedOutError when nobody is; AccountError when that cannot be told.
   */
  async queue(): Promise<MemberQueue> {
    const member = await this.session.member();
    if (!member) throw new SignedOutError();
    const ensureQueue = (signal: AbortSignal) => this.call('ensure-queue', {}, { signal });
    return memberQueue(this.cloud, member.sub, this.session.credentials, ensureQueue);
  }
}

/** Loads the SDK's Lambda client with the first call, not before. */
function lazily({ cloud, session }: Account): Invoke {
  let invoke: Promise<Invoke> | null = null;
  const connect = async () => {
    const { connectFunctions } = await import('./lambda-client');
    const { region, endpoints } = cloud;
    return connectFunctions({
      region,
      credentials: session.credentials,
      ...(endpoints && { endpoint: endpoints.lambda }),
    });
  };
  return async (...call) => {
    invoke ??= connect();
    // A chunk that could not be loaded is asked for again.
    invoke.catch(() => (invoke = null));
    return (await invoke)(...call);
  };
}

/**
 * Loads what signing in needs, for the deployment that the site was built for.
 *
 * @throws NoCloudError where it was built for none.
 */
export async function openAccount(): Promise<Account> {
  const outputs = await loadOutputs();
  return new Account(outputs, await loadAuthService(outputs), lazily);
}
