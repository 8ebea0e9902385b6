import { RecentIds } from '$lib/core/event/duplicates';
import type { Mapping } from '$lib/core/mapping/mapping';
import type { Batch, EventSource, SourceListener } from '$lib/source/event-source';
import type { Journal } from '$lib/store/journal';
import { ConnectorSieve, type Witness } from './connecting-sieve';
import { Intake } from './intake';
import type { ListenedQueue } from './listened-queue';

/** Ids by which a redelivered event is known. */
const IDS_KEPT = 20_000;

/** What the journal says of the events that come while nothing is played. */
const PASSED = 'you were connecting your account';

export interface QuietParts {
  readonly queue: Pick<ListenedQueue, 'source' | 'name'>;
  readonly journal: Pick<Journal, 'append' | 'recentIds' | 'close'>;
  readonly mapping: Mapping;
  readonly witness: Witness;
  /** Lets one tab read for all: the source, its name, and what to do before it reads. */
  readonly oneTab: (source: EventSource, name: string, onLead: () => Promise<void>) => EventSource;
}

/**
 * Reads a queue without a sound until the signal aborts, as well-behaved as a session does: one tab reads, the others
 * hear what it reads, and what is taken is in the journal before it is deleted.
 */
export async function listenQuietly(parts: QuietParts, signal: AbortSignal): Promise<void> {
  const { queue, journal, mapping, witness, oneTab } = parts;
  const recent = new RecentIds(IDS_KEPT);
  const intake = new Intake(mapping, recent);
  const onLead = async () => {
    for (const id of await journal.recentIds()) recent.add(id);
  };
  const keeper: SourceListener = {
    report: () => undefined,
    take: async (batch: Batch) => {
      if (batch.keptElsewhere) return;
      const { receivedAt } = batch;
      const kept = intake.take(batch, 0).bodies.map(({ body, slots, ids }) => {
        return { ...body, slots, ids, receivedAt, passed: PASSED };
      });
      await journal.append(kept);
    },
  };
  try {
    const source = oneTab(queue.source, queue.name, onLead);
    await source.run(new ConnectorSieve(keeper, witness), signal);
  } finally {
    journal.close();
  }
}
