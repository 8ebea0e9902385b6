import type { EpochMs } from '../../../src/lib/core/event/aws-event';
import type { FunctionContext } from '../context';
import { tokenKey } from '../table/keys';
import { numberOf, textOf, toSeconds } from '../table/row';
import { getRow, putRow } from '../table/table';
import { digestOf } from './token';
import { findShare, REMEMBERED_MS, type ShareRow } from './share-row';

/** Notes which share a token opens. Only the token's digest is kept. */
export async function putToken(
  context: FunctionContext,
  token: string,
  share: Pick<ShareRow, 'id' | 'person' | 'place'> & { readonly expiresAt: EpochMs },
): Promise<void> {
  const { id, person, place, expiresAt } = share;
  const fields = { id, person, place, expires: toSeconds(expiresAt + REMEMBERED_MS) };
  await putRow(context, tokenKey(digestOf(token)), fields, {
    expression: 'attribute_not_exists(pk)',
  });
}

/** The share that a token opens, live or over; null for any text that is not a token of a share that is known. */
export async function shareOfToken(
  context: FunctionContext,
  token: string,
): Promise<ShareRow | null> {
  const item = await getRow(context, tokenKey(digestOf(token)));
  if (item === null) return null;
  const at = {
    id: textOf(item, 'id'),
    person: textOf(item, 'person'),
    place: numberOf(item, 'place') ?? 0,
  };
  return findShare(context, at);
}
