import type { ConnectionCheck } from './calls';
import { CONNECTOR_STACK } from './connector-command';
import type { DiagnosisPrint, PrintedRule } from './diagnosis-print';

const AGAIN = `Run the command of step 2 again; if that does not help, delete the stack “${CONNECTOR_STACK}” first.`;

/** Verdicts on the connector's rules, and on whether what they send is let in. */
export function rulesVerdict({ rules }: DiagnosisPrint): readonly ConnectionCheck[] {
  const delivery = deliveryVerdict(rules);
  return delivery ? [stateVerdict(rules), delivery] : [stateVerdict(rules)];
}

function stateVerdict(rules: readonly PrintedRule[]): ConnectionCheck {
  const off = rules.filter(({ state }) => state === 'DISABLED');
  if (off.length > 0)
    return rule(
      'wrong',
      `Switched off: ${off.map(({ name, region }) => `${name} (${region})`).join(', ')}.`,
      off
        .map(({ name, region }) => `aws events enable-rule --name ${name} --region ${region}`)
        .join('\n'),
    );
  const refused = rules.find(({ state }) => state === null);
  if (refused)
    return rule(
      'unknown',
      `The rule ${refused.name} could not be read: ${refused.error ?? 'it told no state.'}`,
      'If it has been deleted, run the command of step 2 again; else sign in as somebody who may describe rules.',
    );
  if (rules.length === 0) return rule('wrong', 'The connector has no rules.', AGAIN);
  const one = rules.length === 1;
  return rule('ok', one ? 'Its rule is on.' : `Its ${String(rules.length)} rules are on.`, '');
}

function rule(state: ConnectionCheck['state'], message: string, resolution: string) {
  return { id: 'rule', state, message, resolution } as const;
}

/** EventBridge counts what a target refused; null where CloudWatch told nothing. */
function deliveryVerdict(rules: readonly PrintedRule[]): ConnectionCheck | null {
  const sum = (read: (rule: PrintedRule) => number | null) =>
    rules.reduce((total, each) => total + (read(each) ?? 0), 0);
  if (rules.every(({ delivered, failed }) => delivered === null && failed === null)) return null;
  const [sent, failed] = [sum(({ delivered }) => delivered), sum(({ failed }) => failed)];
  if (failed > 0)
    return {
      id: 'feed',
      state: 'wrong',
      message: `In the last hour ${events(failed)} of ${String(Math.max(sent, failed))} could not be delivered: your feed's policy, or the connector's role, refused them.`,
      resolution:
        'See that the account is added above, then run the command of step 2 again, which makes the role anew.',
    };
  if (sent === 0) return null;
  return {
    id: 'feed',
    state: 'ok',
    message: `In the last hour ${events(sent)} went to your feed.`,
    resolution: '',
  };
}

function events(count: number): string {
  return count === 1 ? '1 event' : `${String(count)} events`;
}
