import { describe, expect, it } from 'vitest';
import { dropOldest } from './eviction';
import { MemoryShelf } from './memory-shelf';

const NOW = 10 * 3_600_000;
const HOUR = 3_600_000;

async function shelfWith(
  sessions: Record<string, { lastAt: number; entries: number }>,
): Promise<MemoryShelf> {
  const shelf = new MemoryShelf();
  for (const [place, [session, { lastAt, entries }]] of Object.entries(sessions).entries()) {
    const head = { id: session, startedAt: place, seed: null, mapping: null };
    const kept = Array.from({ length: entries }, (_, sequence) => ({
      text: '{}',
      messageId: `${session} ${sequence}`,
      sentAt: null,
      receivedAt: lastAt,
      slots: [],
      session,
      sequence,
    }));
    await shelf.append({ head, entries: kept, links: [] });
  }
  return shelf;
}

async function left(shelf: MemoryShelf): Promise<Record<string, number>> {
  return Object.fromEntries((await shelf.sessions()).map(({ id, entries }) => [id, entries]));
}

describe('what makes room', () => {
  it('is the oldest session that cannot be open, as a whole', async () => {
    const shelf = await shelfWith({
      open: { lastAt: NOW - HOUR + 1, entries: 700 },
      old: { lastAt: NOW - HOUR, entries: 800 },
      older: { lastAt: 5, entries: 900 },
      own: { lastAt: 1, entries: 600 },
    });
    expect((await dropOldest(shelf, 'own', NOW)).entries).toBe(800);
    expect((await dropOldest(shelf, 'own', NOW)).entries).toBe(900);
    expect(await left(shelf)).toEqual({ open: 700, own: 600 });
  });

  it('is then the beginning of what may be open, the oldest first, until nothing is left', async () => {
    const shelf = await shelfWith({
      open: { lastAt: NOW, entries: 700 },
      own: { lastAt: NOW, entries: 600 },
    });
    const dropped: number[] = [];
    for (let step = 0; step < 5; step += 1)
      dropped.push((await dropOldest(shelf, 'own', NOW)).entries);
    expect(dropped).toEqual([500, 200, 500, 100, 0]);
    expect(await left(shelf)).toEqual({ open: 0, own: 0 });
    expect((await dropOldest(shelf, 'own', NOW + HOUR)).entries).toBe(0);
    expect(await left(shelf)).toEqual({ own: 0 });
  });
});
