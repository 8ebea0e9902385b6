import { looksLikeDocument } from '../parse-json';
import type { PartSink, Splitter } from './file-part';
import { HeldText } from './held-text';
import {
  listBehind,
  type ListOfParts,
  ownSeed,
  passElement,
  passEmptyList,
  TOP_LIST,
} from './list-of-parts';

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const CUT_OFF = 'The JSON is cut off or damaged.';
const TOO_LONG = 'The body is larger than the 1 MiB that SQS can carry.';

/** Where the scanner stands. */
const enum Place {
  /** Between two values. */
  Between,
  /** In a line of words. */
  Words,
  /** Behind a bracket that begins a document, or only a line of words. */
  Opening,
  /** In an object that is a body as a whole, unless a list of parts is found in it. */
  Value,
  /** In a list of parts. */
  List,
  /** In an object whose list of parts has been passed on. */
  Rest,
}

/**
 * Splits JSON lines, documents and documents in a row into their parts, one chunk of text after another, without
 * holding more than one part. Structure is found by brackets, strings and escapes alone (RFC 8259); whether a part is
 * sound JSON is for its reader to say. Where every value ends on the line it began on, a line that does not is
 * damaged, and the next one starts afresh.
 */
export class JsonSplitter implements Splitter {
  readonly #sink: PartSink;
  readonly #held = new HeldText();
  #place = Place.Between;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** The last character that was no white space, outside of strings. */
  #last = 0;
  #opener = '';
  #list: ListOfParts = TOP_LIST;
  #listDepth = 0;
  #elements = 0;
  /** The document's own seed, where it is one of our exports. */
  #seed: number | null = null;
  #chunk = '';
  /** Where in the chunk that begins which is held; −1 while nothing is. */
  #from = -1;
  #beganOn = 1;
  #line = 1;
  #records = 0;
  #endedLine = true;
  /** Whether a line's end is a value's end; null until the first line has ended. */
  #isLinewise: boolean | null = null;

  constructor(sink: PartSink) {
    this.#sink = sink;
  }

  push(chunk: string): void {
    if (chunk === '') return;
    this.#chunk = chunk;
    if (this.#from > 0) this.#from = 0;
    for (let at = 0; at < chunk.length; at += 1) at = this.#step(at);
    if (this.#from >= 0) this.#held.append(chunk.slice(this.#from));
    this.#endedLine = chunk.charCodeAt(chunk.length - 1) === NEWLINE;
  }

  end(): void {
    this.#chunk = '';
    if (this.#from > 0) this.#from = 0;
    if (this.#place !== Place.Between) this.#cut(0);
  }

  /** Takes in the character at a place, and perhaps more. Gives the place of the last one it took in. */
  #step(at: number): number {
    if (this.#inString) return this.#passString(at);
    const char = this.#chunk.charCodeAt(at);
    if (char === SPACE || char === TAB || char === RETURN) return at;
    if (this.#place <= Place.Opening && char !== NEWLINE && this.#isWords(char, at))
      return this.#passWords(at);
    if (char === QUOTE) {
      this.#begin(at);
      this.#inString = true;
    } else if (char === OPEN_OBJECT || char === OPEN_LIST) this.#open(char, at);
    else if (char === CLOSE_OBJECT || char === CLOSE_LIST) this.#close(at);
    else if (char === COMMA) this.#comma(at);
    else if (char === NEWLINE) {
      this.#newline(at);
      return at;
    } else this.#begin(at);
    this.#last = char;
    return at;
  }

  #passString(from: number): number {
    const { length } = this.#chunk;
    for (let at = from; at < length; at += 1) {
      const char = this.#chunk.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (char === BACKSLASH) this.#isEscaped = true;
      else if (char === QUOTE) {
        this.#inString = false;
        return at;
      } else if (char === NEWLINE) {
        this.#inString = false;
        return at - 1;
      }
    }
    return length;
  }

  /** Whether a line of words begins here, or goes on; what sets out to be a document is none. */
  #isWords(char: number, at: number): boolean {
    if (this.#place === Place.Words) return true;
    if (this.#place === Place.Between)
      return char !== OPEN_OBJECT && char !== OPEN_LIST && char !== COMMA && !isClosing(char);
    if (!looksLikeDocument(this.#opener + this.#chunk.charAt(at))) return true;
    this.#place = this.#opener === '[' ? Place.List : Place.Value;
    if (this.#place === Place.List) this.#enter(TOP_LIST);
    return false;
  }

  #passWords(at: number): number {
    if (this.#place === Place.Between) this.#hold(at);
    this.#place = Place.Words;
    this.#last = QUOTE;
    const end = this.#chunk.indexOf('\n', at);
    return end < 0 ? this.#chunk.length : end - 1;
  }

  #begin(at: number): void {
    if (this.#from < 0) this.#hold(at);
  }

  #open(char: number, at: number): void {
    if (char === OPEN_OBJECT && this.#isAfresh(at)) this.#giveUp(at);
    if (this.#place === Place.Between) {
      this.#place = Place.Opening;
      this.#opener = char === OPEN_LIST ? '[' : '{';
    } else if (char === OPEN_LIST && this.#depth === 1 && this.#isInObject()) {
      const list = this.#listAt(at);
      if (list !== null) {
        this.#depth += 1;
        this.#enter(list);
        return;
      }
    }
    this.#depth += 1;
    this.#begin(at);
  }

  #isInObject(): boolean {
    return this.#place === Place.Value || this.#place === Place.Rest;
  }

  /** The list of parts that opens at a place; in a document of ours, what that was made with is passed on first. */
  #listAt(at: number): ListOfParts | null {
    const piece = this.#chunk.slice(this.#from, at);
    const list = listBehind(this.#held.tail + piece);
    if (list === null || list.kind === 'body' || this.#seed !== null) return list;
    this.#seed = ownSeed(this.#held.head + piece);
    if (this.#seed === null) return null;
    this.#sink({ kind: 'seed', seed: this.#seed });
    return list;
  }

  /** The elements of a list are passed on one by one; what was held of its document is not needed any more. */
  #enter(list: ListOfParts): void {
    this.#drop();
    this.#place = Place.List;
    this.#list = list;
    this.#listDepth = this.#depth;
    this.#elements = 0;
  }

  #close(at: number): void {
    if (this.#place === Place.Between) return;
    this.#depth -= 1;
    if (this.#place === Place.List) {
      if (this.#depth < this.#listDepth) this.#leave(at);
      else if (this.#depth === this.#listDepth) this.#pass(at + 1);
    } else if (this.#depth === 0) {
      if (this.#place === Place.Value) this.#pass(at + 1);
      this.#reset();
    }
  }

  #leave(at: number): void {
    if (this.#from >= 0) this.#pass(at);
    else if (this.#elements === 0) passEmptyList(this.#list, this.#line, this.#sink);
    this.#place = Place.Rest;
    if (this.#depth === 0) this.#reset();
  }

  #comma(at: number): void {
    if (this.#place === Place.Rest && this.#depth === 1) this.#drop();
    if (this.#place === Place.List && this.#depth === this.#listDepth && this.#from >= 0)
      this.#pass(at);
  }

  #newline(at: number): void {
    if (this.#place === Place.Words) {
      this.#pass(at);
      this.#reset();
    }
    if (this.#last !== 0) this.#isLinewise ??= this.#place === Place.Between;
    if (this.#isLinewise === true && this.#place !== Place.Between) this.#cut(at);
    this.#line += 1;
  }

  /**
   * Whether an object at the very beginning of a line cannot belong to what is open, which has lost its end: an element
   * or a field's value would stand behind a bracket, a comma or a colon.
   */
  #isAfresh(at: number): boolean {
    if (this.#place === Place.Between) return false;
    if (this.#place === Place.List && this.#depth === this.#listDepth) return false;
    if (this.#last === OPEN_LIST || this.#last === COMMA || this.#last === COLON) return false;
    return at === 0 ? this.#endedLine : this.#chunk.charCodeAt(at - 1) === NEWLINE;
  }

  /** Passes on what has lost its end: an element of a list, or all that is open. */
  #giveUp(at: number): void {
    if (this.#place !== Place.List) this.#cut(at);
    else {
      this.#pass(at);
      this.#depth = this.#listDepth;
    }
  }

  /** All that is open ends here, damaged. */
  #cut(at: number): void {
    if (this.#from >= 0 && this.#place !== Place.Rest) this.#pass(at);
    else this.#refuse(CUT_OFF, '', this.#line);
    this.#reset();
  }

  #hold(at: number): void {
    this.#from = at;
    this.#beganOn = this.#line;
  }

  /** Passes on what is held, up to a place. */
  #pass(end: number): void {
    const piece = this.#chunk.slice(this.#from, end);
    const line = this.#beganOn === 1 ? (this.#records += 1) : this.#beganOn;
    this.#elements += 1;
    this.#held.append(piece);
    if (this.#held.isTooLong) this.#refuse(TOO_LONG, this.#held.head, line);
    else if (this.#place === Place.List) passElement(this.#list, this.#held.text, line, this.#sink);
    else this.#sink({ kind: 'body', text: this.#held.text.trimEnd(), line });
    this.#drop();
  }

  #refuse(reason: string, head: string, line: number): void {
    this.#sink({ kind: 'unreadable', reason, head, line });
  }

  #drop(): void {
    this.#held.clear();
    this.#from = -1;
  }

  #reset(): void {
    this.#drop();
    this.#place = Place.Between;
    this.#depth = 0;
    this.#inString = false;
    this.#isEscaped = false;
    this.#seed = null;
  }
}

function isClosing(char: number): boolean {
  return char === CLOSE_OBJECT || char === CLOSE_LIST;
}
