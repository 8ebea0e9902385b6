import type { Answer, CallName, Calls } from '../../src/lib/core/cloud/calls';
import type { Caller, FunctionContext, GuestRun, MemberRun } from './context';
import { errorName } from './service-error';
import { invalid, Refusal } from './refusal';
import { admit } from './table/rate';

/** An ID token with a hundred groups is half of this. */
const MAX_TOKEN_CHARS = 8_192;

/**
 * Answers one call of a signed-in person: who calls is what the verified token says, never what the payload says.
 * Never rejects: what cannot be told to a person is logged, and answered as `failed`.
 *
 * A call whose answer was lost may be made again: what makes, repairs, removes or deletes comes to the same end
 * twice. Only `create-share` then leaves a link that nobody knows, which is listed and can be revoked, and `join-share`
 * without a pass a seat that is free again an hour later; both are bounded.
 */
export function answerMember<N extends CallName>(
  name: N,
  run: MemberRun<N>,
  context: FunctionContext,
  event: unknown,
): Promise<Answer<Calls[N]['value']>> {
  const told: Told = { call: name };
  return answered(told, context, async () => {
    const { idToken, payload } = parted(event);
    const caller = await vouchedFor(context, idToken);
    told.caller = caller.sub;
    await admit(context, name, caller.sub);
    return run(context, payload, caller);
  });
}

/** Answers one call that anybody may make. */
export function answerGuest<N extends CallName>(
  name: N,
  run: GuestRun<N>,
  context: FunctionContext,
  event: unknown,
): Promise<Answer<Calls[N]['value']>> {
  return answered({ call: name }, context, () => run(context, event));
}

/** What every line of a call's log tells. */
interface Told {
  readonly call: CallName;
  caller?: string;
}

async function answered<T>(
  told: Told,
  context: FunctionContext,
  ask: () => Promise<T>,
): Promise<Answer<T>> {
  const startedAt = context.now();
  try {
    const value = await ask();
    context.log({ level: 'info', message: 'answered', ...told, tookMs: context.now() - startedAt });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refusal) {
      context.log({ level: 'warn', message: 'refused', ...told, code: error.code });
      return { ok: false, error: error.toCallError() };
    }
    context.log({ level: 'error', message: 'failed', ...told, ...described(error) });
    return { ok: false, error: FAILED };
  }
}

const FAILED = {
  code: 'failed',
  message: 'Something went wrong on our side.',
  resolution: 'Try again in a minute. If it stays so, the logs of the deployment say why.',
} as const;

/** What the log says of an error: its kind and words, at most 500 characters of them. */
function described(error: unknown): { readonly error: string; readonly words: string } {
  const words = error instanceof Error ? error.message : String(error);
  return { error: errorName(error) || 'unknown', words: words.slice(0, 500) };
}

function parted(event: unknown): { readonly idToken: unknown; readonly payload: unknown } {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw invalid('The call carries no object.', 'Send a JSON object.');
  const { idToken, ...payload } = event as { readonly idToken?: unknown };
  return { idToken, payload };
}

async function vouchedFor(context: FunctionContext, idToken: unknown): Promise<Caller> {
  if (typeof idToken !== 'string' || idToken.length > MAX_TOKEN_CHARS) throw signedOut();
  try {
    return await context.verify(idToken);
  } catch (error) {
    if (errorName(error) === 'KeysUnavailable') throw error;
    context.log({ level: 'warn', message: 'token refused', ...described(error) });
    throw signedOut();
  }
}

function signedOut(): Refusal {
  return new Refusal('signed-out', 'Your sign-in is not valid any more.', 'Sign in again.');
}
