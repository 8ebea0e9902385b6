import type { FilePart } from './file/file-part';
import { FileSplitter } from './file/file-splitter';
import { readPart } from './file/read-part';

/**
 * The message bodies in the text of a file, in the file's order: JSON lines, JSON documents (a CloudTrail log or
 * event-history download, an array, a single event), or an event-history CSV. A damaged part is passed on as a body,
 * so that whoever reads it can list it as unreadable.
 */
export function bodiesOfFile(text: string): string[] {
  return partsOfFile(text).flatMap(bodiesOf);
}

/** What we exported ourselves is given as the events that it holds, each as EventBridge would deliver it. */
function bodiesOf(part: FilePart): string[] {
  if (part.kind === 'body') return [part.text];
  const { events, unreadable } = readPart(part, 0);
  return [
    ...events.map(({ envelope }) => JSON.stringify(envelope)),
    ...unreadable.map(({ head }) => head),
  ];
}

/** The parts in the text of a file, in the file's order. */
export function partsOfFile(text: string): FilePart[] {
  const parts: FilePart[] = [];
  const splitter = new FileSplitter((part) => parts.push(part));
  splitter.push(text);
  splitter.end();
  return parts;
}
