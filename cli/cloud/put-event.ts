import type { Policy } from '../../amplify/policy/policy-document';
import { readPolicy } from '../../amplify/policy/read-policy';
import type { Principal } from '../../amplify/policy/request';
import { CONNECTOR_ROLE_PREFIX } from '../../src/lib/core/cloud/names';
import { checkDeliveries } from './services/deliveries';
import type { Services } from './services';

/** A topic's policy, or that of a queue behind it, does not let an event through. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';
  readonly resolution = 'Add the account at the owner, or look at the policy of the topic.';
}

async function put(
  services: Services,
  topic: string,
  body: string,
  principal: Principal,
  identity: readonly Policy[],
  context: Readonly<Record<string, string>>,
): Promise<void> {
  const need = { action: 'sns:Publish', resource: topic, context };
  const { allowed, because } = await services.gate.mayDo(principal, need, identity);
  if (!allowed) throw new EventRefused(`The event does not get to ${topic}: ${because}`);
  const call = { service: 'sns', action: 'Publish', protocol: 'query' } as const;
  await checkDeliveries(services, { ...call, input: { TopicArn: topic } });
  await services.messages.publish(topic, body);
}

/**
 * Puts an event on a topic as a rule of EventBridge in the deployment's own account does.
 *
 * @param rule the ARN of the rule.
 * @throws EventRefused where a policy does not allow it.
 */
export function putEvent(
  services: Services,
  topic: string,
  body: string,
  rule = ruleOf(services, topic),
): Promise<void> {
  const context = { 'aws:SourceArn': rule, 'aws:SourceAccount': rule.split(':')[4] ?? '' };
  const principal = { kind: 'service', service: 'events.amazonaws.com' } as const;
  return put(services, topic, body, principal, [], context);
}

function ruleOf({ account }: Services, topic: string): string {
  const [, , , region, owner] = topic.split(':');
  return `arn:aws:events:${region}:${owner}:rule/${account.rules[0]?.Name ?? 'none'}`;
}

/**
 * Puts an event on a topic as a connector in another account does: with the connector's role there, which may publish
 * to that topic.
 *
 * @param account the twelve digits of the account that is listened to.
 * @throws EventRefused where the owner has not added that account.
 */
export function putFromConnector(
  services: Services,
  topic: string,
  body: string,
  account: string,
): Promise<void> {
  const principal = {
    kind: 'role-session',
    roleArn: `arn:aws:iam::${account}:role/${CONNECTOR_ROLE_PREFIX}local`,
    sessionName: 'events',
    tags: {},
  } as const;
  const statement = { Effect: 'Allow', Action: 'sns:Publish', Resource: topic };
  const own = readPolicy('connector', 'identity', {
    Version: '2012-10-17',
    Statement: [statement],
  });
  return put(services, topic, body, principal, [own], {});
}
