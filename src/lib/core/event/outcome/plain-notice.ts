import type { Outcome } from '../aws-event';
import { fieldOf, textField } from '../json-field';
import { statusFields } from './status-fields';
import { classifyStatusWord } from './status-word';
import { verdictOf, type OutcomeRule } from './verdict';

/** Longer words are not classified: what matters stands in the first sentence. */
const MAX_CHARS = 80;

/** A notice in plain words tells in its first sentence: `An AWS Backup job failed. …` */
export const plainNotice: OutcomeRule = (_envelope, detail) => {
  const message = textField(detail, 'message') ?? '';
  const sentence = message.slice(0, MAX_CHARS * 2).split(/[.\n](?:\s|$)/, 1)[0] ?? '';
  return verdictOf(classifyStatusWord(sentence.slice(0, MAX_CHARS)), 'detail.message');
};

/** An instance of a cluster whose agent is not connected takes no tasks. */
export const containerInstance: OutcomeRule = (envelope, detail) =>
  fieldOf(detail, 'agentConnected') === false
    ? { outcome: 'warning', field: 'detail.agentConnected' }
    : statusFields(envelope, detail);

const ACTIONS = new Map<string, Outcome>([
  ['BLOCK', 'warning'],
  ['CAPTCHA', 'warning'],
  ['CHALLENGE', 'warning'],
]);

/** A request that the firewall did not let through. */
export const firewallAction: OutcomeRule = (_envelope, detail) =>
  verdictOf(ACTIONS.get(textField(detail, 'action') ?? '') ?? null, 'detail.action');
