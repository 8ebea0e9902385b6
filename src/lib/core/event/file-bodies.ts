import type { FilePart } from './file/file-part';
import { FileSplitter } from './file/file-splitter';

/**
 * The message bodies in the text of a file, in the file's order: JSON lines, JSON documents (a CloudTrail log or
 * event-history download, an array, a single event), or an event-history CSV. A damaged part is passed on as a body,
 * so that whoever reads it can list it as unreadable.
 */
export function bodiesOfFile(text: string): string[] {
  return partsOfFile(text).flatMap((part) => {
    if (part.kind === 'seed') return [];
    return [part.kind === 'unreadable' ? part.head : part.text];
  });
}

/** The parts in the text of a file, in the file's order. */
export function partsOfFile(text: string): FilePart[] {
  const parts: FilePart[] = [];
  const splitter = new FileSplitter((part) => parts.push(part));
  splitter.push(text);
  splitter.end();
  return parts;
}
