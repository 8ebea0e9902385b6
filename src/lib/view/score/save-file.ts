import { fileStamp } from '../words/clock';

/** Gives a content to the browser's downloads, named by the moment: `musical-event-2026-03-01-143041.json`. */
export function saveFile(content: BlobPart, type: string, ending: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = `musical-event-${fileStamp(Date.now())}${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
