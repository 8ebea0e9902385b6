import type { Surroundings } from '../surroundings';
import { backoffMs } from './backoff';
import { failureOf, PATIENCE, type Failure } from './errors';
import type { Queue } from './queue';
import { within } from './within';

/** How often a deletion is tried. What is left then comes again, and is known as a duplicate. */
const TRIES = 4;
const TIMEOUT_MS = 10_000;

/**
 * Deletes messages that are safe in the journal; what fails is tried again, alone. Once stopped, the request under
 * way ends by itself and no other follows. Never rejects.
 *
 * @returns the last failure, when some could not be deleted; else null.
 */
export async function deleteAll(
  queue: Queue,
  receipts: readonly string[],
  surroundings: Surroundings,
  stop: AbortSignal,
): Promise<Failure | null> {
  let left = receipts;
  for (let tries = 1; ; tries++) {
    let thrown: unknown;
    try {
      const limit = AbortSignal.timeout(TIMEOUT_MS);
      const undeleted = await within(queue.remove(left, limit), limit);
      left = undeleted.map(({ receipt }) => receipt);
      thrown = { name: undeleted.at(-1)?.code };
    } catch (error) {
      // The same receipts are tried again.
      thrown = error;
    }
    if (left.length === 0) return null;
    if (tries === TRIES || stop.aborted) return failureOf(thrown, surroundings.isOnline());
    const { capMs } = PATIENCE.unreachable;
    const waitMs = backoffMs(PATIENCE.unreachable, tries, capMs, surroundings.random());
    await surroundings.sleep(waitMs, stop);
  }
}
