import type { LinkStatus, LostCause, QueueCause } from '$lib/session/listening';

function isOfShare(cause: LostCause): cause is Exclude<LostCause, QueueCause> {
  return /^(?:share|owner)-/.test(cause);
}

/** Why a queue is not reached. What ails a share is told on the listener's page; elsewhere it is no answer. */
export function queueCauseOf(cause: LinkStatus['cause']): QueueCause {
  return cause === null || isOfShare(cause) ? 'unreachable' : cause;
}
