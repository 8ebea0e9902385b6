import { Gunzip, Unzlib } from 'fflate';

/** How gzip (RFC 1952) and zlib with a 32 KB window (RFC 1950) begin; bytes from 0x80 up are no ASCII. */
const FORMATS = [
  { magic: [0x1f, 0x8b], Format: Gunzip },
  { magic: [0x78, 0x9c], Format: Unzlib },
  { magic: [0x78, 0xda], Format: Unzlib },
];
/** Deflate widens at most 1,032 times, so one step gives at most 264 KB more than was asked for. */
const STEP_BYTES = 256;

/** What any part and what setting up an inflation costs, counted in bytes of output: thousands of tiny ones are an attack too. */
const PART_BYTES = 1_024;
const SETUP_BYTES = 4_096;
const TOO_MUCH = 'The data unpacks to more than one message may hold.';
const DECODER = new TextDecoder();

/** Text that was packed, or the reason in words for a person why there is none, and what of the bound it took. */
export type Unpacked = ({ readonly text: string } | { readonly reason: string }) & {
  readonly spentBytes: number;
};

interface Inflated {
  readonly chunks: readonly Uint8Array[];
  readonly total: number;
  readonly broken: boolean;
}

/**
 * The text in base64, inflated where it is gzip or zlib: log subscriptions and streams carry theirs so. Total: it never
 * throws, and stops at `mostBytes` of output, so that a small bomb stays small.
 */
export function unpack(base64: string, mostBytes: number): Unpacked {
  if (mostBytes <= 0) return { reason: TOO_MUCH, spentBytes: 0 };
  const packed = bytesOf(base64);
  if (packed === null) return { reason: 'The data is not base64.', spentBytes: PART_BYTES };
  const format = FORMATS.find(({ magic }) => magic.every((byte, at) => packed[at] === byte));
  if (format === undefined) return plain(packed, mostBytes);
  const { chunks, total, broken } = inflate(new format.Format(), packed, mostBytes);
  const spentBytes = Math.max(total, SETUP_BYTES);
  if (broken) return { reason: 'The compressed data is cut off or damaged.', spentBytes };
  if (total > mostBytes) return { reason: TOO_MUCH, spentBytes };
  return { text: DECODER.decode(joined(chunks, total)), spentBytes };
}

function plain(bytes: Uint8Array, mostBytes: number): Unpacked {
  const spentBytes = Math.max(bytes.length, PART_BYTES);
  if (bytes.length > mostBytes) return { reason: TOO_MUCH, spentBytes };
  return { text: DECODER.decode(bytes), spentBytes };
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
function inflate(stream: Gunzip | Unzlib, packed: Uint8Array, mostBytes: number): Inflated {
  const chunks: Uint8Array[] = [];
  let total = 0;
  stream.ondata = (chunk) => {
    chunks.push(chunk);
    total += chunk.length;
  };
  try {
    for (let at = 0; at < packed.length && total <= mostBytes; at += STEP_BYTES)
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
    return { chunks, total, broken: false };
  } catch {
    return { chunks, total, broken: true };
  }
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
