import mappingJson from '$mappings/default.json';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '$lib/core/mapping/load-mapping';
import type { Batch, EventSource, SourceListener } from '$lib/source/event-source';
import type { JournalEntry } from '$lib/store/journal';
import { SeenArrivals } from './connecting-arrivals.svelte';
import { listenQuietly } from './connecting-listener';
import { upload, WALL } from './fixtures/session-bench';

function listening(known: readonly string[] = []) {
  const journaled: JournalEntry[] = [];
  const mapping = loadMapping(mappingJson);
  const witness = new SeenArrivals(mapping);
  const stop = new AbortController();
  let isClosed = false;
  let listener: SourceListener | null = null;
  const source: EventSource = {
    kind: 'sqs',
    run: (given, signal) => {
      listener = given;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
  };
  const journal = {
    append: async (entries: readonly JournalEntry[]) => {
      journaled.push(...entries);
      return new Set<string>();
    },
    recentIds: async () => known,
    close: () => void (isClosed = true),
  };
  const oneTab = (inner: EventSource, _: string, onLead: () => Promise<void>): EventSource => ({
    kind: inner.kind,
    run: async (given, signal) => {
      await onLead();
      await inner.run(given, signal);
    },
  });
  const queue = { source, name: 'q' };
  const done = listenQuietly({ queue, journal, mapping, witness, oneTab }, stop.signal);
  const take = async (batch: Partial<Batch>, ...texts: string[]) => {
    await new Promise((resolve) => setTimeout(resolve));
    const bodies = texts.map((text, index) => ({
      text,
      messageId: `m${String(index)}`,
      sentAt: null,
    }));
    await listener?.take({ bodies, receivedAt: WALL, ...batch });
  };
  return { done, stop, take, journaled, witness, isClosed: () => isClosed };
}

describe('listening without a sound', () => {
  it('keeps what it takes in the journal, as passed over, before it may be deleted', async () => {
    const { take, journaled, witness, stop, done, isClosed } = listening();
    await take({}, upload('a'));
    expect(journaled).toMatchObject([
      { messageId: 'm0', ids: ['a'], receivedAt: WALL, passed: 'you were connecting your account' },
    ]);
    expect(witness.firstEvent).toMatchObject({ at: WALL });
    stop.abort();
    await done;
    expect(isClosed()).toBe(true);
  });

  it('knows what was heard before', async () => {
    const { take, journaled, stop, done } = listening(['a']);
    await take({}, upload('a'));
    expect(journaled).toMatchObject([{ messageId: 'm0', ids: [] }]);
    stop.abort();
    await done;
  });

  it('sees what another tab reads, which has it in the journal already', async () => {
    const { take, journaled, witness, stop, done } = listening();
    await take({ keptElsewhere: true }, upload('a'));
    expect(journaled).toEqual([]);
    expect(witness.firstEvent).not.toBeNull();
    stop.abort();
    await done;
  });
});
