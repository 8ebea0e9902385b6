import type { Templates } from '../../synthesis/template';
import { arn, readArn } from '../arn';
import { authorise } from '../authorise';
import type { Decision } from '../authorise';
import type { Policy } from '../policy-document';
import { PolicyNotUnderstood } from '../policy-error';
import { policiesFor } from '../template-policies';
import type { TemplatePolicies } from '../template-policies';
import { ACCOUNT_WIDE, ACTIONS } from './actions';
import { actors, MIGHTY } from './principals';
import type { Actor, Actors } from './principals';
import { resources } from './resources';
import type { Resources } from './resources';
import { HOME, setting } from './setting';
import type { Setting } from './setting';
import { standing } from './standing';

/** One cell of the matrix, by names. */
export interface Cell {
  readonly who: string;
  readonly action: string;
  readonly on: string;
}

/** A deployment with its people, in which any cell can be decided. */
export class Stage {
  readonly actors: Actors;
  readonly resources: Resources;
  readonly #standing: ReadonlyMap<string, Policy>;

  constructor(readonly setting: Setting) {
    this.resources = resources(setting);
    this.actors = actors(setting, this.resources);
    this.#standing = standing(setting);
  }

  /** All cells: every principal, every resource, every action that its service knows. */
  cells(): readonly Cell[] {
    const pairs = [...this.resources].flatMap(([on, arn]) =>
      actionsOn(arn).map((action) => ({ action, on })),
    );
    return [...this.actors].flatMap(([who, actor]) =>
      pairs.filter(({ on }) => !this.#isTheirs(actor, on)).map((pair) => ({ who, ...pair })),
    );
  }

  /** @param secure whether the request comes by TLS. */
  decide({ who, action, on }: Cell, secure = true): Decision {
    const actor = this.actors.get(who);
    const resource = this.resources.get(on);
    if (!actor || resource === undefined) {
      throw new PolicyNotUnderstood(`"${who}" or "${on}" is not in the matrix.`, 'Name it there.');
    }
    const context = {
      ...actor.context,
      ...(action === 'sns:Subscribe' && { 'sns:Protocol': 'sqs' }),
      'aws:SecureTransport': String(secure),
    };
    const found = policiesFor(
      this.setting.known,
      null,
      resource,
      actor.session,
      this.#at(resource),
    );
    return authorise(
      { principal: actor.principal, action, resource, context, ...accountOf(resource) },
      { ...found, identity: actor.identity },
    );
  }

  /** Every policy of the stage: of roles and resources, of the templates and of run time. */
  policies(): readonly Policy[] {
    const all = this.#templates();
    return [
      ...all.flatMap(({ roles }) => roles.flatMap(({ identity, trust }) => [...identity, trust])),
      ...all.flatMap(({ resourcePolicies }) => [...resourcePolicies.values()]),
      ...this.#standing.values(),
    ];
  }

  /** What administrators do with the things of their own account is theirs to say. */
  #isTheirs({ identity, principal }: Actor, on: string): boolean {
    if (!identity.includes(MIGHTY) || principal.kind !== 'role-session') return false;
    const account = arn(principal.roleArn).account;
    return readArn(this.resources.get(on) ?? '')?.account === account;
  }

  #at(resource: string): Policy | null {
    const role = this.#templates()
      .flatMap(({ roles }) => roles)
      .find(({ arn }) => arn === resource);
    return this.#standing.get(resource) ?? role?.trust ?? null;
  }

  #templates(): readonly TemplatePolicies[] {
    const { known, connectors, forwarder } = this.setting;
    return [known, ...connectors, forwarder];
  }
}

/** What the ARN does not say: buckets, and actions on a whole account, are of the deployment's account here. */
const accountOf = (arn: string) =>
  arn === '*' || arn.startsWith('arn:aws:s3:') ? { resourceAccount: HOME } : {};

function actionsOn(arn: string): readonly string[] {
  return arn === '*' ? ACCOUNT_WIDE : (ACTIONS[arn.split(':')[2] ?? ''] ?? []);
}

export const stage = (templates: Templates, deployment: 'own' | 'hosted'): Stage =>
  new Stage(setting(templates, deployment));
