import { answerRoles } from './role-service';
import { invoke } from './functions/invocation';
import type { Asked } from './gate/asked';
import { callOf, type Call } from './gate/call';
import { jsonAnswer, refusedAnswer } from './http/answer';
import type { Answered } from './http/forward';
import { checkDeliveries } from './services/deliveries';
import type { Services } from './services';
import { ServiceRefusal } from './service-refusal';
import { OPEN_ACTIONS, SIGNED_ACTIONS } from './user-pool/actions';

/** Nobody here knows what was asked for. */
const UNKNOWN: Answered = {
  status: 404,
  type: 'application/json',
  body: JSON.stringify({ __type: 'UnknownOperationException' }),
};

async function userPool(services: Services, asked: Asked, call: Call): Promise<Answered> {
  const open = OPEN_ACTIONS.get(call.action);
  if (open) return jsonAnswer(await open(services.pool, call.input));
  const signed = SIGNED_ACTIONS.get(call.action);
  if (!signed) throw new ServiceRefusal('UnknownOperationException', call.action);
  await services.gate.admit(asked, call);
  return jsonAnswer(await signed(services.pool, call.input));
}

/** What only those may ask whom the gate lets through. */
async function gated(
  services: Services,
  asked: Asked,
  call: Call,
  signal: AbortSignal,
): Promise<Answered> {
  const { gate, keyring, faults, runner, tables, account, messages } = services;
  const bearer = await gate.admit(asked, call);
  switch (call.service) {
    case 'sts':
      return answerRoles(keyring, bearer, call, () => faults.credentialsSeconds);
    case 'lambda':
      return invoke(runner, String(call.input['FunctionName']), asked.body);
    case 'dynamodb':
      return tables.ask(asked, signal);
    case 'events':
    case 'cloudtrail':
      return jsonAnswer(account.answer(call));
    default:
      if (call.action.startsWith('Publish')) await checkDeliveries(services, call);
      return messages.ask(asked, signal);
  }
}

/**
 * Answers a request to any of the services, as AWS would.
 *
 * @param signal aborts when whoever asked has gone.
 */
export async function answer(
  services: Services,
  asked: Asked,
  signal: AbortSignal,
): Promise<Answered> {
  const call = callOf(asked);
  if (call === null) return UNKNOWN;
  try {
    if (call.service === 'cognito-identity') return jsonAnswer(services.identities.answer(call));
    if (call.service === 'cognito-idp') return await userPool(services, asked, call);
    return await gated(services, asked, call, signal);
  } catch (thrown) {
    if (thrown instanceof ServiceRefusal) return refusedAnswer(thrown, call);
    throw thrown;
  }
}
