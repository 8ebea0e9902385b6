import type { ReadingProgress } from '$lib/session/listening';
import { durationWords } from '../words/duration';
import { plural } from '../words/numeral';
import { byteWords } from './byte-words';

/** How far the reading is, 0 to 1; null until there is something to go by. */
export function readingShare({ bytesRead, bytesTotal }: ReadingProgress): number | null {
  return bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null;
}

/** How much is read, of how much, with what found, and how long it still takes. */
export function readingWords(progress: ReadingProgress): readonly string[] {
  const { bytesRead, bytesTotal, filesRead, filesTotal, events, remainingSeconds } = progress;
  const bytes = `${byteWords(bytesRead)} of ${byteWords(bytesTotal)}`;
  const files = filesTotal > 1 ? `, ${filesRead} of ${plural(filesTotal, 'file')}` : '';
  const rest =
    remainingSeconds === null
      ? 'Working out how long it takes'
      : `About ${durationWords(Math.max(1, remainingSeconds))} left`;
  return [`${bytes}${files}`, `${plural(events, 'event')} found`, rest];
}

/** The reading's title: what is read. */
export function readingTitle(progress: ReadingProgress | null): string {
  const files = progress?.filesTotal ?? 1;
  return files > 1 ? `Reading ${plural(files, 'file')}` : 'Reading the file';
}
