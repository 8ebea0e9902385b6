import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { forgetJournal } from './forget-journal';
import { openJournal } from './journal';

const ENTRY = { text: '{}', messageId: 'm', sentAt: null, receivedAt: 1, slots: [0], ids: ['a'] };

async function idsIn(name: string): Promise<readonly string[]> {
  const journal = await openJournal(name);
  const ids = await journal.recentIds();
  journal.close();
  return ids;
}

async function keep(name: string): Promise<void> {
  const journal = await openJournal(name);
  await journal.append([ENTRY]);
  journal.close();
}

describe('forgetting a journal', () => {
  it('deletes all that it kept, and nothing of another', async () => {
    await keep('mine');
    await keep('yours');
    await forgetJournal('mine');
    expect(await idsIn('mine')).toEqual([]);
    expect(await idsIn('yours')).toEqual(['a']);
  });

  it('does not wait for a tab that holds it open', async () => {
    const held = await openJournal('held');
    await held.append([ENTRY]);
    await forgetJournal('held');
    held.close();
  });

  it('is content where there is none', async () => {
    await expect(forgetJournal('never')).resolves.toBeUndefined();
  });
});
