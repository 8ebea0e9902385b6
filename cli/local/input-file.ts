import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from './usage-error';

/**
 * The path of a file named on the command line, looked for in the working directory, then where npm was called.
 *
 * @throws UsageError when there is no such file.
 */
export function inputFile(name: string): string {
  const places = [process.cwd(), process.env['INIT_CWD'] ?? process.cwd()];
  const path = places
    .map((place) => resolve(place, name))
    .find((candidate) => existsSync(candidate));
  if (!path) throw new UsageError(`there is no file "${name}"`, 'Check the path.');
  if (statSync(path).isDirectory())
    throw new UsageError(`"${name}" is a folder`, 'Name the files in it.');
  return path;
}

/**
 * The text of a file, in UTF-8, or in UTF-16 where it begins with that one's byte order mark; one that begins with gzip's magic number (RFC 1952, 2.3.1) is unpacked, whatever its name.
 *
 * @throws UsageError when what is packed is damaged.
 */
export async function fileText(path: string): Promise<string> {
  const bytes = await readFile(path);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return decoded(packed ? unpacked(path, bytes) : bytes);
}

/** A `>` in Windows PowerShell writes UTF-16. The marks are RFC 2781's, 3.2. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

function unpacked(path: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`"${path}" cannot be unpacked: ${reason}`, 'Fetch or pack it again.');
  }
}
