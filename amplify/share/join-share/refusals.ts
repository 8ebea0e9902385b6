import type { EpochMs } from '../../../src/lib/core/event/aws-event';
import { Refusal } from '../../functions/refusal';
import type { ShareRow } from '../../functions/sharing/share-row';

/** The same words for a link that never was and for a text that could be none: neither tells how links are made. */
export function unknownLink(): Refusal {
  return new Refusal(
    'not-found',
    'There is no such link.',
    'Check that the address is whole, or ask for a new link.',
  );
}

/** Throws where a share is over. */
export function refuseOver(share: ShareRow | null, now: EpochMs): asserts share is ShareRow {
  if (share === null) throw unknownLink();
  if (share.revokedAt !== null)
    throw new Refusal('revoked', 'This link was withdrawn by its owner.', 'Ask for a new link.');
  if (share.expiresAt <= now)
    throw new Refusal('expired', 'This link has expired.', 'Ask its owner for a new one.');
}

export function allSeatsTaken(share: ShareRow): Refusal {
  return new Refusal(
    'full',
    share.maxListeners === 1
      ? 'The one place of this link is taken.'
      : `All ${share.maxListeners} places of this link are taken.`,
    'Try again later: a place is free an hour after its listener has left.',
  );
}

/** SNS takes 200 filter policies a topic. */
export function tooManyFiltered(): Refusal {
  return new Refusal(
    'full',
    'The owner’s links have as many filtered listeners as AWS allows.',
    'Try again later, or ask for a link without a filter.',
  );
}

export function ownerGone(): Refusal {
  return new Refusal(
    'not-found',
    'What this link listens to does not exist at the moment.',
    'Ask its owner to open their page once.',
  );
}

export function notYourPass(): Refusal {
  return new Refusal(
    'not-allowed',
    'This place belongs to another listener.',
    'Open the link in a new tab to listen from a place of your own.',
  );
}
