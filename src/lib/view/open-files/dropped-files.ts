import type { DroppedFile } from '$lib/session/current';

/** Something of a folder could not be read. */
export class DropUnreadableError extends Error {
  override readonly name = 'DropUnreadableError';
  readonly resolution = 'Choose it with the button instead, or see that this browser may read it.';

  constructor(path: string) {
    super(`The browser could not read ${path}.`);
  }
}

/**
 * Takes hold of what is dropped. To be called within the drop event, which forgets it afterwards.
 *
 * @returns a walk through the files and folders, each folder's files in the order of their names; it
 * rejects with the signal's reason when that aborts, and with `DropUnreadableError`
 */
export function takeDrop(
  dropped: DataTransfer,
): (signal: AbortSignal) => Promise<readonly DroppedFile[]> {
  const items = [...dropped.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = [...dropped.files].map((file) => ({ file, path: file.name }));
  if (entries.length === 0) return () => Promise.resolve(files);
  return async (signal) => {
    const found: DroppedFile[] = [];
    for (const entry of entries) await walk(entry, found, signal);
    return found;
  };
}

/** The files that were chosen with a button. */
export function takeChosen(files: FileList): readonly DroppedFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

function fileOf(entry: FileSystemFileEntry): Promise<DroppedFile> {
  const path = entry.fullPath.replace(/^\//, '');
  return new Promise((resolve, reject) =>
    entry.file(
      (file) => resolve({ file, path }),
      () => reject(new DropUnreadableError(path)),
    ),
  );
}

/** A browser gives the entries of a folder a hundred at a time, and none when it has given all. */
async function entriesOf(
  folder: FileSystemDirectoryEntry,
  signal: AbortSignal,
): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, () => reject(new DropUnreadableError(folder.fullPath.slice(1)))),
    );
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of some) all.push(entry);
    signal.throwIfAborted();
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Adds the files at and below an entry: a folder may hold more than fit into the arguments of one call. */
async function walk(
  entry: FileSystemEntry,
  found: DroppedFile[],
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  if (isFile(entry)) found.push(await fileOf(entry));
  else if (isFolder(entry))
    for (const each of await entriesOf(entry, signal)) await walk(each, found, signal);
}
