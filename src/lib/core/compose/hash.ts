/**
 * A 32-bit hash of a text's UTF-16 units: FNV-1a (Fowler, Noll, Vo), then the final avalanche of MurmurHash3
 * (Appleby), without which texts that differ only at the end land close together.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
