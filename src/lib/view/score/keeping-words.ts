import type { Listening } from '$lib/session/listening';

/** Says that what is heard is gone with the page; null where it is kept. */
export function keepingWords(keeping: Listening['keeping']): string | null {
  return keeping === 'kept' ? null : 'Not kept: this browser stores nothing here';
}
