import type { Answer, CallName, Calls } from '../../src/lib/core/cloud/calls';
import { answerGuest, answerMember } from './answer-call';
import type { FunctionContext, GuestRun, MemberRun } from './context';
import { contextOf } from './environment';

/** What Lambda tells of an invocation, as far as it is used. */
export interface Invocation {
  readonly awsRequestId: string;
}

type Handler<T> = (event: unknown, invocation: Invocation) => Promise<T>;

/** Lambda's entry of a function for signed-in people. */
export function memberHandler<N extends CallName>(
  name: N,
  run: MemberRun<N>,
): Handler<Answer<Calls[N]['value']>> {
  return (event, { awsRequestId }) => answerMember(name, run, contextOf(awsRequestId), event);
}

/** Lambda's entry of a function for guests. */
export function guestHandler<N extends CallName>(
  name: N,
  run: GuestRun<N>,
): Handler<Answer<Calls[N]['value']>> {
  return (event, { awsRequestId }) => answerGuest(name, run, contextOf(awsRequestId), event);
}

/** Lambda's entry of a function that a service calls: what it gives and throws is that service's affair. */
export function serviceHandler<E, T>(
  run: (context: FunctionContext, event: E) => Promise<T>,
): (event: E, invocation: Invocation) => Promise<T> {
  return (event, { awsRequestId }) => run(contextOf(awsRequestId), event);
}
