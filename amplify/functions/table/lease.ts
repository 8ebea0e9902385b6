import type { FunctionContext } from '../context';
import { Refusal } from '../refusal';
import { leaseKey } from './keys';
import { deleteRow, putRow } from './table';
import { toSeconds } from './row';

/** Longer than any function of ours may run that holds one, so that it cannot end under its holder. */
const LEASE_MS = 30_000;
/** Ten seconds in all: a change takes a fifth of one. */
const TRIES = 100;
const PAUSE_MS = 100;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` while nobody else works under the person's lease. SNS has no conditional write, so a topic's policy,
 * which is read, changed and written back, would lose one of two changes made at once.
 */
export async function underLease<T>(
  context: FunctionContext,
  sub: string,
  work: () => Promise<T>,
): Promise<T> {
  const key = leaseKey(sub);
  const holder = Buffer.from(context.random(8)).toString('hex');
  await take(context, sub, holder);
  try {
    return await work();
  } finally {
    await deleteRow(context, key, { expression: 'holder = :holder', values: { holder } });
  }
}

async function take(context: FunctionContext, sub: string, holder: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = context.now();
    const until = now + LEASE_MS;
    const fields = { holder, heldUntil: until, expires: toSeconds(until) };
    const free = { expression: 'attribute_not_exists(pk) OR heldUntil < :now', values: { now } };
    if (await putRow(context, leaseKey(sub), fields, free)) return;
    await pause(PAUSE_MS);
  }
  throw new Refusal(
    'wait',
    'Another change of yours is still being made.',
    'Wait half a minute, and try again.',
  );
}
