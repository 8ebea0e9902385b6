import { Gunzip, Unzlib } from 'fflate';

/** How gzip (RFC 1952) and zlib with a 32 KB window (RFC 1950) begin; bytes from 0x80 up are no ASCII. */
const FORMATS = [
  { magic: [0x1f, 0x8b], Format: Gunzip },
  { magic: [0x78, 0x9c], Format: Unzlib },
  { magic: [0x78, 0xda], Format: Unzlib },
];
/** Deflate widens at most 1,032 times, so one step gives at most 264 KB more than was asked for. */
const STEP_BYTES = 256;

/** Text that was packed, with the bytes it took, or the reason in words for a person why there is none. */
export type Unpacked =
  { readonly text: string; readonly bytes: number } | { readonly reason: string };

/**
 * The text in base64, inflated where it is gzip or zlib: log subscriptions and streams carry theirs so. Total: it never
 * throws, and stops at `mostBytes` of output, so that a small bomb stays small.
 */
export function unpack(base64: string, mostBytes: number): Unpacked {
  const packed = bytesOf(base64);
  if (packed === null) return { reason: 'The data is not base64.' };
  const format = FORMATS.find(({ magic }) => magic.every((byte, at) => packed[at] === byte));
  const bytes = format ? inflate(new format.Format(), packed, mostBytes) : packed;
  if (typeof bytes === 'string') return { reason: bytes };
  if (bytes.length > mostBytes) return { reason: tooMuch(mostBytes) };
  return { text: new TextDecoder().decode(bytes), bytes: bytes.length };
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/** Step by step, so that the output can be measured before there is too much of it. */
function inflate(
  stream: Gunzip | Unzlib,
  packed: Uint8Array,
  mostBytes: number,
): Uint8Array | string {
  const chunks: Uint8Array[] = [];
  let total = 0;
  stream.ondata = (chunk) => {
    chunks.push(chunk);
    total += chunk.length;
  };
  try {
    for (let at = 0; at < packed.length; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
      if (total > mostBytes) return tooMuch(mostBytes);
    }
  } catch {
    return 'The compressed data is cut off or damaged.';
  }
  return joined(chunks, total);
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function tooMuch(mostBytes: number): string {
  return `The data unpacks to more than the ${String(mostBytes)} bytes that are left for this message.`;
}
