import type { DroppedFile } from '$lib/session/current';
import type { ReadingProgress } from '$lib/session/listening';
import { troubleOf, type Trouble } from '../attempt/trouble';

/** Reads files and shows what they hold; rejects with what went wrong, and when the signal aborts. */
export type OpenFiles = (
  files: readonly DroppedFile[],
  onProgress: (progress: ReadingProgress) => void,
  signal: AbortSignal,
) => Promise<void>;

const NOTHING: Trouble = {
  text: 'There was no file in it. Choose CloudTrail log files, or a folder that holds some.',
  code: null,
};

/** The opening of dropped or chosen files: how far it is, why it failed, and its end before its time. */
export class FileOpening {
  /** Whether files are being read. */
  isUnderWay = $state(false);
  /** null until the first word of it. */
  progress: ReadingProgress | null = $state.raw(null);
  /** Why the last files were not opened; null once that is read, and after others were. */
  trouble: Trouble | null = $state.raw(null);
  readonly #open: OpenFiles;
  #end = new AbortController();

  constructor(open: OpenFiles) {
    this.#open = open;
  }

  /** Finds files and opens them. Others that are being read are given up for these. Never rejects. */
  async open(find: (signal: AbortSignal) => Promise<readonly DroppedFile[]>): Promise<void> {
    this.cancel();
    const { signal } = (this.#end = new AbortController());
    this.isUnderWay = true;
    this.trouble = null;
    try {
      const files = await find(signal);
      if (signal.aborted) return;
      if (files.length === 0) this.trouble = NOTHING;
      else await this.#open(files, (news) => this.#hear(news, signal), signal);
    } catch (error) {
      if (!signal.aborted) this.trouble = troubleOf(error, navigator.onLine);
    } finally {
      if (!signal.aborted) this.#finish();
    }
  }

  /** Gives up what is being read; nothing changes. */
  cancel(): void {
    this.#end.abort();
    this.#finish();
  }

  /** Puts away what went wrong. */
  dismiss(): void {
    this.trouble = null;
  }

  #hear(progress: ReadingProgress, signal: AbortSignal): void {
    if (!signal.aborted) this.progress = progress;
  }

  #finish(): void {
    this.isUnderWay = false;
    this.progress = null;
  }
}
