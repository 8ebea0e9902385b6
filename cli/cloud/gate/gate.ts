import { authorise } from '../../../amplify/policy/authorise';
import type { Policy } from '../../../amplify/policy/policy-document';
import type { Principal } from '../../../amplify/policy/request';
import { readPolicy } from '../../../amplify/policy/read-policy';
import { ServiceRefusal } from '../service-refusal';
import type { Asked } from './asked';
import type { Call } from './call';
import { identify } from './identify';
import type { Bearer, Keyring } from './keyring';
import { needsOf, type Need, type Place } from './needs';

/** The policies that a deployment's templates give its roles. */
export interface RolePolicies {
  /** The policies that are attached to a role; none for a role that is not of the deployment. */
  identity(roleArn: string): readonly Policy[];
  /** Who may take a role; null for a role that is not of the deployment. */
  trust(roleArn: string): Policy | null;
}

export interface GateParts {
  readonly keyring: Keyring;
  readonly roles: RolePolicies;
  /** The policy that stands at a queue or a topic now, as JSON; null where there is none. */
  readonly resourcePolicy: (arn: string) => Promise<string | null>;
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A request that was not let through, for whoever wants to know why. */
export interface Denial {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  readonly because: string;
}

const ofBearer = ({ roleArn, sessionName, tags }: Bearer): Principal => ({
  kind: 'role-session',
  roleArn,
  sessionName,
  tags,
});

/** A session's ARN, as AWS writes it where it refuses. */
function nameOf(principal: Principal): string {
  if (principal.kind === 'service') return principal.service;
  if (principal.kind !== 'role-session') return 'anonymous';
  const { roleArn, sessionName } = principal;
  const [, , , , account = '', role = ''] = roleArn.split(':');
  return `arn:aws:sts::${account}:assumed-role/${role.split('/').at(-1)}/${sessionName}`;
}

/**
 * Stands before every service that takes signed requests: finds out who asks, and lets through what the policies of
 * the deployment's templates, of the session and of the resource allow together.
 */
export class Gate {
  readonly #parts: GateParts;
  /** Every request that a policy refused, in order. */
  readonly denials: Denial[] = [];

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /**
   * Lets a signed request through, and gives whose it is.
   *
   * @throws ServiceRefusal where the signature or a policy says no.
   */
  async admit(asked: Asked, call: Call): Promise<Bearer> {
    const { keyring, place, now } = this.#parts;
    const { bearer } = await identify(asked, keyring, now());
    const session = bearer.sessionPolicy;
    const policies = session === null ? null : [parsed('session policy', session, 'identity')];
    for (const need of needsOf(call, place)) await this.#allow(ofBearer(bearer), need, policies);
    return bearer;
  }

  /**
   * Whether the policies let a service, or a role of another account, do something to a resource.
   *
   * @param identity the policies of a role of another account.
   */
  async mayDo(
    principal: Principal,
    need: Need,
    identity: readonly Policy[] = [],
  ): Promise<{ allowed: boolean; because: string }> {
    return this.#decide(principal, need, null, identity);
  }

  async #allow(principal: Principal, need: Need, session: readonly Policy[] | null): Promise<void> {
    const roleArn = principal.kind === 'role-session' ? principal.roleArn : '';
    const identity = this.#parts.roles.identity(roleArn);
    const { allowed, because } = await this.#decide(principal, need, session, identity);
    if (allowed) return;
    const who = nameOf(principal);
    const { action, resource } = need;
    this.denials.push({ who, action, resource, because });
    const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because ${because}`;
    throw new ServiceRefusal('AccessDeniedException', message, 403);
  }

  async #decide(
    principal: Principal,
    { action, resource, context }: Need,
    session: readonly Policy[] | null,
    identity: readonly Policy[],
  ): Promise<{ allowed: boolean; because: string }> {
    const at = new Date(this.#parts.now()).toISOString();
    // The local cloud has no TLS; a deployment's endpoints have nothing else.
    const surroundings = { 'aws:SecureTransport': 'true', 'aws:CurrentTime': at };
    return authorise(
      { principal, action, resource, context: { ...surroundings, ...context } },
      { identity, session, resource: await this.#resourcePolicy(resource) },
    );
  }

  async #resourcePolicy(resource: string): Promise<Policy | null> {
    const [, , service = ''] = resource.split(':');
    if (service === 'iam') return this.#parts.roles.trust(resource);
    if (service !== 'sqs' && service !== 'sns') return null;
    const text = await this.#parts.resourcePolicy(resource);
    return text === null ? null : parsed(resource, text, 'resource');
  }
}

function parsed(name: string, text: string, kind: 'identity' | 'resource'): Policy {
  return readPolicy(name, kind, JSON.parse(text));
}
