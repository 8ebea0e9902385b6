const BYTES = 32;
const HEX = /^[0-9a-f]{64}$/;

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is used of a browser's storage; each call may throw. */
export type SaltStore = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The secret by which a person's digests are made: 256 random bits in hexadecimal. It never leaves the browser, and
 * each browser has its own: a listener cannot find a name by trying, nor link what two shares of other owners tell.
 *
 * @param store null where the browser has none for us: then the salt lasts as long as the page.
 * @param sub the user pool's id of the person
 */
export function saltOf(store: SaltStore | null, sub: string): string {
  const name = `aws-musical-event:salt:${sub}`;
  try {
    const kept = store?.getItem(name) ?? '';
    if (HEX.test(kept)) return kept;
  } catch {
    // As if there were no store.
  }
  const salt = hexOf(crypto.getRandomValues(new Uint8Array(BYTES)));
  try {
    store?.setItem(name, salt);
  } catch {
    // It lasts as long as the page.
  }
  return salt;
}
