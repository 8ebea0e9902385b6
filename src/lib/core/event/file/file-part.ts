/** Something that lies in a file, and where. */
export type FilePart =
  /** A message body. */
  | PartText<'body'>
  /** One event of an exported Score, as JSON. */
  | PartText<'score-event'>
  /** One body of an exported journal, with when and in which slots it was heard, as JSON. */
  | PartText<'journal-body'>
  /** One change of the link in an exported journal, as JSON. */
  | PartText<'journal-link'>
  /** What the Score or the journal was made with. */
  | { readonly kind: 'seed'; readonly seed: number }
  | UnreadablePart;

interface PartText<Kind> {
  readonly kind: Kind;
  readonly text: string;
  /** The line it begins on; on the first line, which record of it: a CloudTrail log is all one line. From 1. */
  readonly line: number;
}

/** A part that is too long to be held, or that ended before it was whole. */
interface UnreadablePart {
  readonly kind: 'unreadable';
  readonly reason: string;
  /** Its first characters, at most 200. */
  readonly head: string;
  readonly line: number;
}

/** Takes what a splitter found, in the file's order. */
export type PartSink = (part: FilePart) => void;

/** Takes the text of a file piece by piece, cut anywhere, and passes its parts on. */
export interface Splitter {
  push(chunk: string): void;
  /** The file ends here. */
  end(): void;
}
