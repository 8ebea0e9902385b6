/** What a file is that holds no text of events. */
export interface ForeignKind {
  /** In words that follow "It is". */
  readonly is: string;
  readonly resolution: string;
}

const UNPACK = 'Unpack it, and drop the files that are in it.';
const DROP_LOGS = 'Drop CloudTrail logs, an event history download, or EventBridge events.';
const EXPORT = 'Export it as CSV or JSON, and drop that.';

/** By the first bytes, as the formats' own specifications give them. */
const MAGIC: readonly (readonly [string, ForeignKind])[] = [
  ['PK\x03\x04', { is: 'a ZIP archive', resolution: UNPACK }],
  ['PK\x05\x06', { is: 'an empty ZIP archive', resolution: UNPACK }],
  ['7z\xbc\xaf\x27\x1c', { is: 'a 7-Zip archive', resolution: UNPACK }],
  ['Rar!', { is: 'a RAR archive', resolution: UNPACK }],
  ['BZh', { is: 'packed by bzip2', resolution: UNPACK }],
  ['\xfd7zXZ', { is: 'packed by xz', resolution: UNPACK }],
  ['\x28\xb5\x2f\xfd', { is: 'packed by Zstandard', resolution: UNPACK }],
  ['PAR1', { is: 'a Parquet table', resolution: EXPORT }],
  ['ORC', { is: 'an ORC table', resolution: EXPORT }],
  ['SQLite format 3', { is: 'a database', resolution: EXPORT }],
  ['\x89PNG', { is: 'a picture (PNG)', resolution: DROP_LOGS }],
  ['\xff\xd8\xff', { is: 'a picture (JPEG)', resolution: DROP_LOGS }],
  ['GIF8', { is: 'a picture (GIF)', resolution: DROP_LOGS }],
  ['%PDF', { is: 'a PDF document', resolution: DROP_LOGS }],
  ['MThd', { is: 'a MIDI file', resolution: DROP_LOGS }],
  ['RIFF', { is: 'a sound or a film', resolution: DROP_LOGS }],
];
const TAR_AT = 257;
const SEEN_BYTES = 1_024;

/** What a file is by its first bytes, unpacked; null for text that may hold events. */
export function foreignKind(bytes: Uint8Array): ForeignKind | null {
  const seen = bytes.subarray(0, SEEN_BYTES);
  const text = String.fromCharCode(...seen);
  const found = MAGIC.find(([magic]) => text.startsWith(magic));
  if (found) return found[1];
  if (text.startsWith('ustar', TAR_AT)) return { is: 'a tar archive', resolution: UNPACK };
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return { is: 'a web page (HTML)', resolution: DROP_LOGS };
  if (/^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(text)) return { is: 'XML', resolution: DROP_LOGS };
  if (isUtf16(bytes) || !seen.includes(0)) return null;
  return { is: 'a binary file', resolution: DROP_LOGS };
}

/** Whether bytes begin with a byte order mark of UTF-16 (RFC 2781, 3.2), as a `>` in Windows PowerShell writes it. */
function isUtf16(bytes: Uint8Array): boolean {
  return encodingOf(bytes) !== 'utf-8';
}

/** The encoding of a text by its byte order mark; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
