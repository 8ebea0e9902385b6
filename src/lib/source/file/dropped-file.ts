/** A file, and its path in what was dropped or chosen. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

/**
 * Files that lie beside logs and hold no events: CloudTrail's digests, the metadata of Athena's results, and what
 * systems and tools leave in folders.
 */
const BESIDE =
  /(?:^|\/)(?:CloudTrail-Digest\/|__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$|_SUCCESS$)|\.csv\.metadata$/i;

/** The files to read, in the order of their paths; what lies beside logs is passed over. */
export function filesToRead(files: readonly DroppedFile[]): readonly DroppedFile[] {
  return files
    .filter(({ path }) => !BESIDE.test(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}
