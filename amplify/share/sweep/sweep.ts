import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { listenerQueueName } from '../../../src/lib/core/cloud/names';
import type { FunctionContext } from '../../functions/context';
import type { TopicSubscriptions } from '../../functions/place/topic-subscriptions';
import { errorName } from '../../functions/service-error';
import { removeListener } from '../../functions/sharing/end-share';
import {
  removeListenerQueue,
  removeOrphanQueue,
  subscriptionsBeside,
} from '../../functions/sharing/listener-queue';
import { freeLeftSeat, isTaken, seatsOf, type SeatRow } from '../../functions/sharing/seat-row';
import { findShare, isLive } from '../../functions/sharing/share-row';
import { shareIdOf } from '../../functions/sharing/token';

/** What one run may look at and remove, so that it ends within its two minutes; the next run goes on. */
const LIMITS: SweepLimits = { looks: 2_000, removals: 200 };
/** As many as SQS lists in one page. */
const PAGE_SIZE = 1_000;

const HEX = '0123456789abcdef';

export interface SweepLimits {
  readonly looks: number;
  readonly removals: number;
}

export interface SweepResult {
  readonly looked: number;
  readonly removed: number;
  /** What could not be removed; the next run tries again. */
  readonly failed: number;
}

interface Budget {
  looks: number;
  removals: number;
  failures: number;
}

/** The schedule's run. */
export function run(context: FunctionContext): Promise<SweepResult> {
  return sweep(context, LIMITS);
}

/**
 * Removes the queues and subscriptions of listeners who left, of shares that are over, and those of which the table
 * knows nothing. It begins at another place each time, so that with more queues than one run can look at every one
 * has its turn.
 */
export async function sweep(context: FunctionContext, limits: SweepLimits): Promise<SweepResult> {
  const budget = { ...limits, failures: 0 };
  const [start = 0] = context.random(1);
  for (let step = 0; step < HEX.length; step += 1)
    await sweepBeginningWith(context, HEX.charAt((start + step) % HEX.length), budget);
  const result = {
    looked: limits.looks - budget.looks,
    removed: limits.removals - budget.removals,
    failed: budget.failures,
  };
  context.log({ level: 'info', message: 'swept', ...result });
  return result;
}

async function sweepBeginningWith(context: FunctionContext, digit: string, budget: Budget) {
  const QueueNamePrefix = listenerQueueName(context.facts.prefix, digit);
  let next: string | undefined;
  do {
    if (budget.looks <= 0 || budget.removals <= 0) return;
    const { QueueUrls = [], NextToken } = await context.clients.sqs.send(
      new ListQueuesCommand({ QueueNamePrefix, MaxResults: PAGE_SIZE, NextToken: next }),
    );
    const listeners = QueueUrls.flatMap((url) => listenerOf(context, url)).slice(0, budget.looks);
    budget.looks -= listeners.length;
    for (const shareId of new Set(listeners.map(shareIdOf))) {
      const sitting = listeners.filter((listener) => shareIdOf(listener) === shareId);
      await sweepShare(context, shareId, sitting, budget);
    }
    next = NextToken;
  } while (next !== undefined);
}

/** The listener that a queue is named after; nobody where the name is not one of ours. */
function listenerOf(context: FunctionContext, url: string): readonly string[] {
  const name = url.split('/').at(-1) ?? '';
  const listener = name.slice(listenerQueueName(context.facts.prefix, '').length);
  return /^[0-9a-f]{32}$/.test(listener) ? [listener] : [];
}

async function sweepShare(
  context: FunctionContext,
  shareId: string,
  listeners: readonly string[],
  budget: Budget,
): Promise<void> {
  const seats = new Map((await seatsOf(context, shareId)).map((seat) => [seat.listener, seat]));
  const [first] = seats.values();
  const isOver = first === undefined || (await hasEnded(context, first));
  const known = first === undefined ? undefined : subscriptionsBeside(context, first);
  for (const listener of listeners) {
    if (budget.removals <= 0) return;
    const seat = seats.get(listener);
    try {
      if (await sweepListener(context, listener, seat, isOver, known)) budget.removals -= 1;
    } catch (error) {
      budget.failures += 1;
      context.log({ level: 'error', message: 'not swept', listener, error: errorName(error) });
    }
  }
}

async function hasEnded(context: FunctionContext, seat: SeatRow): Promise<boolean> {
  const { shareId: id, person, place } = seat;
  const share = await findShare(context, { id, person, place });
  return share === null || !isLive(share, context.now());
}

/** Gives whether the listener's queue was removed. */
async function sweepListener(
  context: FunctionContext,
  listener: string,
  seat: SeatRow | undefined,
  isOver: boolean,
  known: TopicSubscriptions | undefined,
): Promise<boolean> {
  if (seat === undefined) {
    await removeOrphanQueue(context, listenerQueueName(context.facts.prefix, listener));
    return true;
  }
  if (isOver) {
    await removeListener(context, seat, known);
    return true;
  }
  if (isTaken(seat, context.now()) || !(await freeLeftSeat(context, seat))) return false;
  await removeListenerQueue(context, seat, known);
  return true;
}
