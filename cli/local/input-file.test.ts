import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { fileText, inputFile } from './input-file';
import { UsageError } from './usage-error';

const FOLDER = mkdtempSync(join(tmpdir(), 'input-file-'));
const TEXT = '{"a": 1}\n{"b": "ü"}\n';
const PACKED = gzipSync(TEXT);
const UTF_16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

afterAll(() => rmSync(FOLDER, { recursive: true }));

function written(name: string, content: string | Buffer): string {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}

/** Packed bytes with one of them changed. */
function spoiled(at: number): Buffer {
  const bytes = Buffer.from(PACKED);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

describe('an input file', () => {
  it.each([
    ['plain.jsonl', TEXT],
    ['packed.gz', PACKED],
    ['packed without its ending.jsonl', PACKED],
    ['utf-16 little end first.jsonl', UTF_16],
    ['utf-16 big end first.jsonl', Buffer.from(UTF_16).swap16()],
    ['utf-16, packed.jsonl.gz', gzipSync(UTF_16)],
  ])('%s gives its text', async (name, content) => {
    expect(await fileText(written(name, content))).toBe(TEXT);
  });

  it.each([
    ['cut short', PACKED.subarray(0, -9)],
    ['with a wrong checksum', spoiled(PACKED.length - 6)],
    ['with a damaged middle', spoiled(10)],
    ['of its first bytes alone', PACKED.subarray(0, 2)],
  ])('that is packed and %s is refused in one line', async (name, content) => {
    const path = written(`${name}.gz`, content);
    const refusal: unknown = await fileText(path).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    const { message, resolution } = refusal as UsageError;
    expect(message).toContain(`"${path}" cannot be unpacked: `);
    expect(`${message}. ${resolution}`).not.toContain('\n');
  });

  it('that is missing, or a folder, is refused', () => {
    expect(() => inputFile(join(FOLDER, 'nowhere'))).toThrow(UsageError);
    expect(() => inputFile(FOLDER)).toThrow(`"${FOLDER}" is a folder`);
    const path = written('here.json', '{}');
    expect(basename(inputFile(path))).toBe('here.json');
  });
});
