import type { Outcome } from '../../../src/lib/core/event/aws-event';
import type { ShareFilter } from '../../../src/lib/core/cloud/calls';
import type { FunctionContext, MemberRun } from '../../functions/context';
import { readFields, readLine, readList, readWhole } from '../../functions/payload';
import { invalid, Refusal } from '../../functions/refusal';
import { putShare, toShare } from '../../functions/sharing/share-row';
import { newShareId, newToken } from '../../functions/sharing/token';
import { putToken } from '../../functions/sharing/token-row';
import { LISTENERS_PER_SHARE, SHARES_PER_PERSON } from '../../functions/table/keys';
import { refuseDeleted } from '../../functions/table/tombstone';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_DAYS = 90;
/** A page's clock may be a little behind or ahead of ours. */
const CLOCK_SKEW_MS = 60_000;
const MAX_NAME_CHARS = 80;

const OUTCOMES: readonly Outcome[] = ['success', 'neutral', 'warning', 'error'];
/** With four outcomes these make 80 combinations; SNS takes 150. */
const MAX_SOURCES = 20;
/** Sources as EventBridge's are, without the characters that a filter policy would have to escape. */
const SOURCE = /^[A-Za-z0-9._/#@-]{1,100}$/;

/** Makes a listening link. The token is given this once; of it only a digest is kept. */
export const run: MemberRun<'create-share'> = async (context, payload, caller) => {
  const wanted = readShare(context, payload);
  await refuseDeleted(context, caller.sub);
  const token = newToken(context);
  const share = await putShare(context, {
    ...wanted,
    id: newShareId(context),
    person: caller.sub,
    createdAt: context.now(),
    revokedAt: null,
  });
  if (share === null)
    throw new Refusal(
      'full',
      `You have ${SHARES_PER_PERSON} links that are live, and may not have more.`,
      'Revoke one that is not needed any more.',
    );
  await putToken(context, token, share);
  return { share: toShare(share, []), token };
};

function readShare(context: FunctionContext, payload: unknown) {
  const fields = readFields(payload, ['name', 'expiresAt', 'maxListeners', 'filter']);
  const now = context.now();
  const latest = now + MAX_DAYS * DAY_MS + CLOCK_SKEW_MS;
  const expiresAt = readWhole(fields, 'expiresAt', 0, Number.MAX_SAFE_INTEGER);
  if (expiresAt <= now || expiresAt > latest)
    throw invalid(
      'The link would end in the past, or too late.',
      `Let it end within ${MAX_DAYS} days.`,
    );
  return {
    title: readLine(fields, 'name', MAX_NAME_CHARS),
    expiresAt,
    maxListeners: readWhole(fields, 'maxListeners', 1, LISTENERS_PER_SHARE),
    filter: readFilter(fields.get('filter')),
  };
}

function readFilter(value: unknown): ShareFilter {
  const fields = readFields(value, ['sources', 'outcomes']);
  return {
    sources: readList(fields.get('sources'), 'sources', MAX_SOURCES, isSource),
    outcomes: readList(fields.get('outcomes'), 'outcomes', OUTCOMES.length, isOutcome),
  };
}

const isSource = (text: string): text is string => SOURCE.test(text);
const isOutcome = (text: string): text is Outcome => OUTCOMES.some((known) => known === text);
