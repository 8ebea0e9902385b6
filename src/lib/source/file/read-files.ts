import type { Mapping } from '$lib/core/mapping/mapping';
import type { ReadingProgress } from '../recording';
import { type DroppedFile, filesToRead } from './dropped-file';
import { EventIntake } from './event-intake';
import { readFile } from './file-reader';
import { ReadRecording } from './read-recording';
import { ReadingPace } from './reading-pace';
import { type FileEnd, refusal } from './refusal';

export interface ReadingOptions {
  readonly mapping: Mapping;
  readonly seed: number;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly onProgress: (progress: ReadingProgress) => void;
}

/**
 * Reads files, one after another, without holding more of them than a chunk and a part. Nothing leaves the page: there
 * is no network in it.
 * @throws RecordingError when no event can be read from any of them
 */
export async function readFiles(
  given: readonly DroppedFile[],
  { mapping, seed, now, onProgress }: ReadingOptions,
): Promise<ReadRecording> {
  const files = filesToRead(given);
  const intake = new EventIntake(mapping);
  const pace = new ReadingPace(
    files.map(({ file }) => file.size),
    now,
    onProgress,
  );
  const ends: FileEnd[] = [];
  let bytes = 0;
  for (const file of files) {
    intake.begin(file.path);
    const end = await readFile(
      file,
      (part) => intake.take(part),
      (more) => pace.read(more, intake.table.length),
      () => intake.settled(),
    );
    if (end.kind !== 'text') intake.refuse(null, `The file ${end.because}.`, '');
    ends.push(end);
    bytes += file.file.size;
    pace.fileEnded(bytes);
  }
  pace.ended(intake.table.length);
  if (intake.table.length === 0) throw refusal(ends, intake.lines);
  return new ReadRecording(
    intake,
    files.map(({ path }) => path),
    seed,
  );
}
