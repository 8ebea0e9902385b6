import type { FunctionContext } from '../context';
import { Refusal } from '../refusal';
import { deletedKey } from './keys';
import { numberOf, toSeconds } from './row';
import { getRow, putRow } from './table';

/** An ID token outlives its user by an hour at most; until then it must not bring back what was deleted. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** Says that a person's account is being deleted: from here on nothing of theirs is made. */
export async function markDeleted(context: FunctionContext, sub: string): Promise<void> {
  const until = context.now() + REMEMBERED_MS;
  await putRow(context, deletedKey(sub), { until, expires: toSeconds(until) });
}

export async function isDeleted(context: FunctionContext, sub: string): Promise<boolean> {
  const row = await getRow(context, deletedKey(sub));
  return row !== null && (numberOf(row, 'until') ?? 0) > context.now();
}

/** Throws where the person's account is deleted, or on its way to be. */
export async function refuseDeleted(context: FunctionContext, sub: string): Promise<void> {
  if (await isDeleted(context, sub)) throw deletedAccount();
}

export function deletedAccount(): Refusal {
  return new Refusal(
    'not-allowed',
    'This account was deleted.',
    'To delete what may be left of it, delete it once more. To begin anew, sign up again.',
  );
}
