import type { QueueCause } from '$lib/session/listening';
import type { Notice, Stand } from './notice';

interface Refusal {
  readonly why: string;
  readonly remedy: string;
  readonly needsYou: boolean;
}

const REFUSALS: Readonly<Record<QueueCause, Refusal>> = {
  denied: {
    why: 'these credentials may read the queue, but not delete from it',
    remedy: 'Give them sqs:DeleteMessage on the queue.',
    needsYou: true,
  },
  credentials: {
    why: 'the credentials have expired',
    remedy: 'Renew the credentials.',
    needsYou: true,
  },
  'queue-missing': {
    why: 'the queue does not exist any more',
    remedy: 'Make it again under the same name.',
    needsYou: true,
  },
  'clock-skew': {
    why: 'AWS refuses the time of this computer',
    remedy: 'Set its clock.',
    needsYou: true,
  },
  throttled: {
    why: 'AWS asked us to slow down',
    remedy: 'They are deleted later; there is nothing to do.',
    needsYou: false,
  },
  unreachable: {
    why: 'the queue does not answer',
    remedy: 'They are deleted as soon as it does.',
    needsYou: false,
  },
  offline: {
    why: 'your browser is offline',
    remedy: 'They are deleted as soon as it is not.',
    needsYou: false,
  },
};

/** Why events that were heard stay in the queue, what that means, and the remedy. */
export function deletionNotice({ link }: Stand): Notice | null {
  if (!link.deletion) return null;
  const { why, remedy, needsYou } = REFUSALS[link.deletion.cause];
  return {
    title: 'Events stay in the queue',
    text: `They are heard, but we cannot delete them: ${why}. They come again, and those we still know by their ids are not heard twice. ${remedy}`,
    code: link.deletion.code,
    action: null,
    sound: 'Unchanged.',
    needsYou,
  };
}
