import type { Surroundings } from '../surroundings';
import { backoffMs } from './backoff';
import { PATIENCE } from './errors';
import type { Queue } from './queue';

/** How often a deletion is tried. What is left then comes again, and is known as a duplicate. */
const TRIES = 4;
const TIMEOUT_MS = 10_000;

/**
 * Deletes messages that are safe in the journal; what fails is tried again, alone. Once stopped, the request under
 * way ends by itself and no other follows. Never rejects.
 *
 * @returns how many could not be deleted.
 */
export async function deleteAll(
  queue: Queue,
  receipts: readonly string[],
  surroundings: Surroundings,
  stop: AbortSignal,
): Promise<number> {
  let left = receipts;
  for (let tries = 1; ; tries++) {
    try {
      left = await queue.remove(left, AbortSignal.timeout(TIMEOUT_MS));
    } catch {
      // The same receipts are tried again.
    }
    if (left.length === 0 || tries === TRIES || stop.aborted) return left.length;
    const { capMs } = PATIENCE.unreachable;
    const waitMs = backoffMs(PATIENCE.unreachable, tries, capMs, surroundings.random());
    await surroundings.sleep(waitMs, stop);
  }
}
