import type { TakeSeat } from '$lib/source/shared/seat';
import { FunctionCaller } from './function-caller';
import { connectFunctions } from './lambda-client';
import { loadOutputs } from './outputs';
import { guestCredentials } from './seat-guest';
import { SeatPass, type PassStore } from './seat-pass';
import { seatTaking } from './seat-taking';

/** What a listener of a share reaches it by. */
export interface SeatWay {
  readonly takeSeat: TakeSeat;
  /** Where the listener's queue is reached, when not at the Region's own endpoint. */
  readonly sqsEndpoint: string | null;
}

/** To name a tab's storage can be refused. */
function tabStore(): PassStore | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * The way to a seat for who has a link. Nobody has to be signed in, and nothing of the sign-in is loaded.
 *
 * @param token the link's
 * @throws NoCloudError where the site belongs to no deployment.
 */
export async function seatOf(token: string): Promise<SeatWay> {
  const { auth, custom } = await loadOutputs();
  const { endpoints, functions, region } = custom.cloud;
  const credentials = guestCredentials({
    identityPoolId: auth.identity_pool_id,
    region: auth.aws_region,
    ...(endpoints && { endpoint: endpoints.cognitoIdentity }),
  });
  const address = { region, credentials, ...(endpoints && { endpoint: endpoints.lambda }) };
  const caller = new FunctionCaller(connectFunctions(address), functions);
  const pass = new SeatPass(token, tabStore(), globalThis.navigator?.locks ?? null);
  return {
    takeSeat: seatTaking(token, pass, (input) => caller.call<'join-share'>('join-share', input)),
    sqsEndpoint: endpoints?.sqs ?? null,
  };
}
