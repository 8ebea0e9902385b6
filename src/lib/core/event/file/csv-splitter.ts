import { csvParseRows } from 'd3-dsv';
import { historyBody, historyTitles } from '../event-history-csv';
import type { PartSink, Splitter } from './file-part';
import { HeldText } from './held-text';

const NEWLINE = 10;
const QUOTE = 34;

/**
 * Splits a CSV of CloudTrail events into its rows, each passed on as a body. A line's end inside of quotes belongs to
 * its cell (RFC 4180, 2.6).
 */
export class CsvSplitter implements Splitter {
  readonly #sink: PartSink;
  readonly #held = new HeldText();
  #titles: readonly string[] | null = null;
  #isQuoted = false;
  #line = 1;
  #beganOn = 1;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  push(chunk: string): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const char = chunk.charCodeAt(at);
      if (char === QUOTE) this.#isQuoted = !this.#isQuoted;
      if (char !== NEWLINE) continue;
      this.#line += 1;
      if (this.#isQuoted && !this.#held.isTooLong) continue;
      this.#row(chunk.slice(from, at));
      from = at + 1;
    }
    if (from < chunk.length) this.#held.append(chunk.slice(from));
  }

  end(): void {
    this.#row('');
  }

  #row(rest: string): void {
    this.#held.append(rest);
    const { text, head, isTooLong } = this.#held;
    this.#held.clear();
    const line = this.#beganOn;
    this.#beganOn = this.#line;
    this.#isQuoted = false;
    if (isTooLong) {
      const reason = 'The row has a quote that nothing closes.';
      this.#sink({ kind: 'unreadable', reason, head, line });
    } else if (text.trim() !== '') this.#cells(csvParseRows(text.trimEnd())[0] ?? [], line);
  }

  #cells(cells: readonly string[], line: number): void {
    if (this.#titles === null) this.#titles = historyTitles(cells);
    else this.#sink({ kind: 'body', text: historyBody(this.#titles, cells), line });
  }
}
