import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DroppedFile } from './dropped-file';
import { DamagedFileError, EmptyFileError, NoEventsError, RecordingError } from './errors';
import { dropped, readThem } from './fixtures/log-files';

async function refused(...files: DroppedFile[]): Promise<RecordingError> {
  const error: unknown = await readThem(...files).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RecordingError);
  return error as RecordingError;
}

const PAGE = dropped('a/page.html', '<!doctype html>\n<html><body>Sign in</body></html>');
const EMPTY = dropped('empty.json', '');

describe('files without an event', () => {
  it.each([
    [PAGE, NoEventsError, '“page.html” holds no events we can read: it is a web page (HTML).'],
    [EMPTY, EmptyFileError, '“empty.json” is empty.'],
    [dropped('a.gz', gzipSync('')), EmptyFileError, '“a.gz” is empty.'],
    [
      dropped('logs.zip', 'PK\x03\x04....'),
      NoEventsError,
      '“logs.zip” holds no events we can read: it is a ZIP archive.',
    ],
    [
      dropped('a.json', '{"hello": 1}'),
      NoEventsError,
      '“a.json” holds no events we can read. Its beginning: This JSON has none of the shapes in which AWS delivers events.',
    ],
    [
      dropped('a.json.gz', gzipSync('{"hello": 1}').subarray(0, 14)),
      DamagedFileError,
      '“a.json.gz” holds no events we can read: it is damaged and can be unpacked only in part.',
    ],
    [
      dropped('a.log', 'one\ntwo\n'),
      NoEventsError,
      '“a.log” holds no events we can read. Its beginning: The body is plain text, not JSON.',
    ],
  ])('are refused in one sentence', async (file, kind, message) => {
    const error = await refused(file);
    expect(error).toBeInstanceOf(kind);
    expect(error.message).toBe(message);
    expect(error.resolution).toMatch(/^[A-Z].*\.$/);
  });

  it('are refused together', async () => {
    expect((await refused(EMPTY, PAGE)).message).toBe(
      'None of these 2 files holds events we can read: “page.html” is a web page (HTML).',
    );
    expect((await refused(EMPTY, EMPTY)).message).toBe('All of these 2 files are empty.');
    expect((await refused(dropped('CloudTrail-Digest/a.json', '{}'))).message).toBe(
      'There is no file here that could hold events.',
    );
  });

  it('say that a ZIP is to be unpacked', async () => {
    expect((await refused(dropped('logs.zip', 'PK\x03\x04'))).resolution).toContain('Unpack it');
  });
});
