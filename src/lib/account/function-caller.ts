import type { Answer, CallError, CallName, Calls, MemberCall } from '$lib/core/cloud/calls';
import { failureOf } from '$lib/source/sqs/errors';
import { backoffMs } from '$lib/source/sqs/backoff';
import { REAL_SURROUNDINGS, type Surroundings } from '$lib/source/surroundings';
import { within } from '$lib/source/sqs/within';
import { AccountError } from './account-error';
import type { Invoke } from './lambda-client';

/** A function said no, in its own words. */
export class RefusedCallError extends AccountError {
  readonly refusal: CallError['code'];

  constructor({ code, message, resolution }: CallError) {
    super(message, resolution, code);
    this.refusal = code;
  }
}

/** A function could not be reached, or did not give an answer. */
export class FailedCallError extends AccountError {}

/** A cold function with work to do is done within 10 s; longer, and nobody believes it. */
const LIMIT_MS = 20_000;
/** How often a call is made while the service says that there are too many at once. */
const TRIES = 4;
const PATIENCE = { baseMs: 500, capMs: 8_000, atOnceFirst: false };

/** What a call takes: the time limit over all its tries, and a signal that ends it. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly limitMs?: number;
}

/** Calls the functions of a deployment. Every error is an `AccountError`, but for an abort, which is its own. */
export class FunctionCaller {
  readonly #invoke: Invoke;
  readonly #names: Readonly<Record<CallName, string>>;
  readonly #surroundings: Surroundings;

  /** @param names of the functions in the cloud, by their names in the code */
  constructor(
    invoke: Invoke,
    names: Readonly<Record<CallName, string>>,
    surroundings: Surroundings = REAL_SURROUNDINGS,
  ) {
    this.#invoke = invoke;
    this.#names = names;
    this.#surroundings = surroundings;
  }

  /**
   * Calls a function once, and again only while it is throttled: then it has not run.
   *
   * @throws RefusedCallError for its no; FailedCallError when it gives none; the signal's reason when that aborts.
   */
  async call<N extends CallName>(
    name: N,
    input: Calls[N]['input'] & (N extends MemberCall ? { readonly idToken: string } : unknown),
    { signal, limitMs = LIMIT_MS }: CallOptions = {},
  ): Promise<Calls[N]['value']> {
    const limit = AbortSignal.timeout(limitMs);
    const stop = signal ? AbortSignal.any([signal, limit]) : limit;
    const answer = await this.#answer(name, JSON.stringify(input), stop).catch((thrown) => {
      if (signal?.aborted) throw signal.reason;
      throw this.#failure(limit.aborted ? limit.reason : thrown);
    });
    if (!answer.ok) throw new RefusedCallError(answer.error);
    return answer.value as Calls[N]['value'];
  }

  async #answer(name: CallName, payload: string, stop: AbortSignal): Promise<Answer<unknown>> {
    for (let tries = 1; ; tries++) {
      try {
        const returned = this.#invoke(this.#names[name], payload, stop);
        return answerIn(await within(returned, stop));
      } catch (thrown) {
        const { cause } = failureOf(thrown, this.#surroundings.isOnline());
        if (cause !== 'throttled' || tries === TRIES || stop.aborted) throw thrown;
        const { random, sleep } = this.#surroundings;
        await sleep(backoffMs(PATIENCE, tries, PATIENCE.capMs, random()), stop);
      }
    }
  }

  #failure(thrown: unknown): AccountError {
    if (thrown instanceof AccountError) return thrown;
    const { cause, code } = failureOf(thrown, this.#surroundings.isOnline());
    return new FailedCallError(...WORDS[cause], code, thrown);
  }
}

type Cause = ReturnType<typeof failureOf>['cause'];

const DEPLOYER = 'Try again in a minute; if it stays, tell the owner of this deployment.';

const WORDS: Readonly<Record<Cause, readonly [message: string, resolution: string]>> = {
  offline: ['You are offline.', 'Try again when the network is back.'],
  unreachable: ['The deployment did not answer.', 'Check your connection, then try again.'],
  throttled: ['Too many ask at once.', 'Wait a minute, then try again.'],
  credentials: ['Your sign-in is no longer accepted.', 'Sign out, then sign in again.'],
  denied: ['The deployment does not let you do this.', DEPLOYER],
  'queue-missing': ['A part of the deployment is missing.', DEPLOYER],
  'clock-skew': ['The clock of this device is wrong.', 'Set it right, then try again.'],
};

/** What a function answered; one that fell over gives no answer of ours. */
function answerIn({ payload, failed }: Awaited<ReturnType<Invoke>>): Answer<unknown> {
  const answer = failed ? null : parsed(payload);
  if (answer) return answer;
  const code = failed ? 'FunctionError' : 'BadAnswer';
  throw new FailedCallError(
    'The deployment fell over this.',
    DEPLOYER,
    code,
    payload.slice(0, 500),
  );
}

function parsed(payload: string): Answer<unknown> | null {
  try {
    const answer: unknown = JSON.parse(payload);
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is Answer<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'value' in value;
  return value.ok === false && 'error' in value && isCallError(value.error);
}

function isCallError(value: unknown): value is CallError {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message, resolution } = value as Readonly<Record<string, unknown>>;
  return [code, message, resolution].every((text) => typeof text === 'string');
}
