import { textField } from '../json-field';
import { statusFields } from './status-fields';
import { classifyStatusWord } from './status-word';
import { verdictOf, type OutcomeRule } from './verdict';

/** A rule for events that tell how it went in one field, whatever their other fields say: GameLift's `type`. */
export function toldBy(name: string): OutcomeRule {
  return (_envelope, detail) =>
    verdictOf(classifyStatusWord(textField(detail, name) ?? ''), `detail.${name}`);
}

const ENDS_DOWN = /[-_]DOWN$/i;
const ENDS_UP = /[-_]UP$/i;

/** Network Manager names what changed at a connection: `VPN-CONNECTION-IPSEC-DOWN`. */
export const networkStatus: OutcomeRule = (envelope, detail) => {
  const name = Object.hasOwn(detail, 'change-type') ? 'change-type' : 'changeType';
  const change = textField(detail, name) ?? '';
  if (ENDS_DOWN.test(change)) return { outcome: 'error', field: `detail.${name}` };
  if (ENDS_UP.test(change)) return { outcome: 'success', field: `detail.${name}` };
  return statusFields(envelope, detail);
};
