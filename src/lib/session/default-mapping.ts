import mappingJson from '$mappings/default.json';
import { canonicalJson } from '$lib/core/mapping/canonical-json';
import { compileMapping, type Mapping } from '$lib/core/mapping/mapping';

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The browser's own digest; where a page is not served securely it has none, and ours is loaded. */
async function digest(): Promise<string> {
  if (!globalThis.isSecureContext) {
    const { mappingDigest } = await import('$lib/core/mapping/mapping-digest');
    return mappingDigest(mappingJson);
  }
  const text = new TextEncoder().encode(canonicalJson(mappingJson));
  return hex(await crypto.subtle.digest('SHA-256', text));
}

/** The project's own mapping. It is valid by its tests, so no page loads the code that would check it. */
export async function defaultMapping(): Promise<Mapping> {
  return compileMapping(mappingJson, await digest());
}
