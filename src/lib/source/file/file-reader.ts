import type { PartSink } from '$lib/core/event/file/file-part';
import { FileSplitter } from '$lib/core/event/file/file-splitter';
import type { DroppedFile } from './dropped-file';
import { bytesOf } from './file-bytes';
import { encodingOf, foreignKind } from './file-kind';
import type { FileEnd } from './refusal';

const FETCH_AGAIN = 'Fetch or pack it again.';
const DROP_AGAIN = 'See that it is still there, and drop it again.';

/**
 * Reads one file to its end, and passes its parts on. Total: whatever the file, it says how it ended.
 * @param tell is told how many bytes of the file were read, chunk by chunk
 * @param settled resolves when more parts can be taken
 */
export async function readFile(
  { file, path }: DroppedFile,
  sink: PartSink,
  tell: (bytes: number) => void,
  settled: () => Promise<void>,
): Promise<FileEnd> {
  const splitter = new FileSplitter(sink);
  let decoder: TextDecoder | null = null;
  const ended = (kind: FileEnd['kind'], because: string, resolution = ''): FileEnd => {
    splitter.push(decoder?.decode() ?? '');
    splitter.end();
    return { path, kind, because, resolution };
  };
  if (file.size === 0) return ended('empty', 'is empty');
  try {
    for await (const chunk of bytesOf(file, tell)) {
      const foreign = decoder === null ? foreignKind(chunk) : null;
      if (foreign !== null) return ended('foreign', `is ${foreign.is}`, foreign.resolution);
      decoder ??= new TextDecoder(encodingOf(chunk));
      splitter.push(decoder.decode(chunk, { stream: true }));
      await settled();
    }
    return ended(decoder === null ? 'empty' : 'text', 'is empty');
  } catch (error) {
    return isGone(error)
      ? ended('damaged', 'cannot be read from the disk any more', DROP_AGAIN)
      : ended('damaged', 'is damaged and can be unpacked only in part', FETCH_AGAIN);
  }
}

/** A file that was moved or changed, or a folder, is not readable (File API, 6); all else is what gunzip refuses. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /^(?:NotReadable|NotFound|Security)Error$/.test(error.name);
}
