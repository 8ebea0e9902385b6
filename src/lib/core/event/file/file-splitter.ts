import { isEventHistoryCsv } from '../event-history-csv';
import { withoutByteOrderMark } from '../parse-json';
import { CsvSplitter } from './csv-splitter';
import type { PartSink, Splitter } from './file-part';
import { JsonSplitter } from './json-splitter';

/** No header of a CSV is longer. */
const MAX_HEADER_CHARS = 65_536;

/** Splits the text of a file, by what its beginning shows it to be: a CSV of events, or JSON and lines. */
export class FileSplitter implements Splitter {
  readonly #sink: PartSink;
  #beginning = '';
  #splitter: Splitter | null = null;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  push(chunk: string): void {
    if (this.#splitter !== null) {
      this.#splitter.push(chunk);
      return;
    }
    this.#beginning = withoutByteOrderMark(this.#beginning + chunk);
    const isTold = /^\s*(?:[[{]|[^\s[{][^\n]*\n)/.test(this.#beginning);
    if (isTold || this.#beginning.length > MAX_HEADER_CHARS) this.#choose();
  }

  end(): void {
    if (this.#splitter === null) this.#choose();
    this.#splitter?.end();
  }

  #choose(): void {
    const text = this.#beginning;
    const isCsv = isEventHistoryCsv(text.trimStart());
    this.#splitter = isCsv ? new CsvSplitter(this.#sink) : new JsonSplitter(this.#sink);
    this.#beginning = '';
    this.#splitter.push(text);
  }
}
