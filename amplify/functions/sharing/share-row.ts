import type { Share, ShareFilter, ShareListener } from '../../../src/lib/core/cloud/calls';
import type { EpochMs, Outcome } from '../../../src/lib/core/event/aws-event';
import type { FunctionContext } from '../context';
import { personKey, SHARE_SORT, shareKey, SHARES_PER_PERSON } from '../table/keys';
import { numberOf, textOf, textsOf, toSeconds, type Row } from '../table/row';
import { getRow, putRow, queryRows, setFields, type Item } from '../table/table';

/** A share as the table holds it. */
export interface ShareRow {
  readonly id: string;
  /** The `sub` of the person whose share it is. */
  readonly person: string;
  /** Which of the person's places it has, 0 to 19. */
  readonly place: number;
  readonly title: string;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly maxListeners: number;
  readonly filter: ShareFilter;
  readonly revokedAt: EpochMs | null;
}

/** How long a share that is over is still told of. */
export const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000;

export const isLive = (share: ShareRow, now: EpochMs): boolean =>
  share.revokedAt === null && share.expiresAt > now;

function toFields(share: ShareRow): Row {
  const { filter, revokedAt, ...plain } = share;
  return {
    ...plain,
    ...(revokedAt === null ? {} : { revokedAt }),
    sources: filter.sources,
    outcomes: filter.outcomes,
    expires: toSeconds(share.expiresAt + REMEMBERED_MS),
  };
}

function toShareRow(item: Item): ShareRow {
  return {
    id: textOf(item, 'id'),
    person: textOf(item, 'person'),
    place: numberOf(item, 'place') ?? 0,
    title: textOf(item, 'title'),
    createdAt: numberOf(item, 'createdAt') ?? 0,
    expiresAt: numberOf(item, 'expiresAt') ?? 0,
    maxListeners: numberOf(item, 'maxListeners') ?? 0,
    filter: {
      sources: textsOf(item, 'sources'),
      outcomes: textsOf(item, 'outcomes') as readonly Outcome[],
    },
    revokedAt: numberOf(item, 'revokedAt'),
  };
}

export function toShare(row: ShareRow, listeners: readonly ShareListener[]): Share {
  const { id, title, createdAt, expiresAt, maxListeners, filter, revokedAt } = row;
  return { id, name: title, createdAt, expiresAt, maxListeners, filter, revokedAt, listeners };
}

/** A person's shares, those that are over too as long as their places are not taken again. */
export async function sharesOf(
  context: FunctionContext,
  sub: string,
): Promise<readonly ShareRow[]> {
  return (await queryRows(context, personKey(sub), SHARE_SORT)).map(toShareRow);
}

/** The share of this id in a person's place, or null where another one, or none, has it. */
export async function findShare(
  context: FunctionContext,
  at: Pick<ShareRow, 'id' | 'person' | 'place'>,
): Promise<ShareRow | null> {
  const item = await getRow(context, shareKey(at.person, at.place));
  const share = item === null ? null : toShareRow(item);
  return share?.id === at.id ? share : null;
}

/** A place is free when nothing is in it, or a share that is over. */
const FREE = 'attribute_not_exists(pk) OR attribute_exists(revokedAt) OR expiresAt <= :now';

/**
 * Puts a share into a free place.
 *
 * @returns the share with its place, or null where all places are taken.
 */
export async function putShare(
  context: FunctionContext,
  share: Omit<ShareRow, 'place'>,
): Promise<ShareRow | null> {
  const free = { expression: FREE, values: { now: context.now() } };
  for (let place = 0; place < SHARES_PER_PERSON; place += 1) {
    const row = { ...share, place };
    if (await putRow(context, shareKey(share.person, place), toFields(row), free)) return row;
  }
  return null;
}

/** Marks a share as revoked, once; gives it as it is then, or null where another one has its place. */
export async function markRevoked(
  context: FunctionContext,
  share: ShareRow,
): Promise<ShareRow | null> {
  const revokedAt = context.now();
  const marked = await setFields(
    context,
    shareKey(share.person, share.place),
    { revokedAt },
    {
      expression: 'id = :id AND attribute_not_exists(revokedAt)',
      values: { id: share.id },
    },
  );
  if (marked) return { ...share, revokedAt };
  return (await sharesOf(context, share.person)).find(({ id }) => id === share.id) ?? null;
}
