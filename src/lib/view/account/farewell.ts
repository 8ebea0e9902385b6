import type { EntryCheck } from '../form/entry.svelte';

/** What is typed to delete an account. */
export const FAREWELL = 'delete my account';

/** Spaces and capitals do not matter; the words do. */
export const checkFarewell: EntryCheck = (text) =>
  text.trim().toLowerCase().replace(/\s+/g, ' ') === FAREWELL
    ? null
    : `Nothing is deleted until “${FAREWELL}” stands here.`;
