import type { Call } from '../gate/call';
import { ServiceRefusal } from '../service-refusal';

/** A rule of EventBridge on the default bus. */
export interface ObservedRule {
  readonly Name: string;
  readonly State: string;
}

/** What there is to see in the deployment's account: its rules as the templates make them, and its trails. */
export class ObservedAccount {
  readonly rules: ObservedRule[];
  /** ARNs of trails that log management events. */
  readonly trails: string[] = [];

  constructor(rules: readonly ObservedRule[]) {
    this.rules = [...rules];
  }

  /** Answers EventBridge and CloudTrail, as far as the functions ask them. @throws ServiceRefusal for anything else. */
  answer({ action, input }: Call): object {
    if (action === 'ListRules') {
      const prefix = String(input['NamePrefix'] ?? '');
      return { Rules: this.rules.filter(({ Name }) => Name.startsWith(prefix)) };
    }
    if (action === 'ListRuleNamesByTarget')
      return { RuleNames: this.rules.map(({ Name }) => Name) };
    if (action === 'DescribeRule') return this.#rule(String(input['Name']));
    if (action === 'DescribeTrails') {
      const trailList = this.trails.map((TrailARN) => ({ TrailARN, IsMultiRegionTrail: true }));
      return { trailList };
    }
    if (action === 'GetTrailStatus') return { IsLogging: this.trails.length > 0 };
    throw new ServiceRefusal('UnknownOperationException', `${action} is not known here.`);
  }

  #rule(name: string): ObservedRule {
    const found = this.rules.find(({ Name }) => Name === name);
    if (found) return found;
    const message = `Rule ${name} does not exist on EventBus default.`;
    throw new ServiceRefusal('ResourceNotFoundException', message);
  }
}
