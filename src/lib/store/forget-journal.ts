import { deleteDB } from 'idb';

/**
 * Deletes a journal with all that it keeps. Where a tab still holds it open, the browser deletes it once that tab gives
 * it up. Never rejects: where the browser keeps nothing there is nothing to delete.
 *
 * @param name that the journal was opened by
 */
export async function forgetJournal(name: string): Promise<void> {
  await new Promise<void>((resolve) => {
    deleteDB(name, { blocked: () => resolve() }).then(
      () => resolve(),
      () => resolve(),
    );
  });
}
