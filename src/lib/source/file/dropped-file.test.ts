import { describe, expect, it } from 'vitest';
import { filesToRead } from './dropped-file';

const file = new File(['x'], 'a.json');

describe('a dropped file', () => {
  it('is read in the order of paths, unless it lies beside the logs', () => {
    const paths = [
      'b/2.json',
      'a/CloudTrail-Digest/eu/1.json.gz',
      'a/CloudTrail-Insight/eu/1.json.gz',
      'a/.DS_Store',
      'a/1.json',
      'q/result.csv.metadata',
      'q/result.csv',
      '__MACOSX/a/1.json',
    ];
    const read = filesToRead(paths.map((path) => ({ file, path })));
    expect(read.map(({ path }) => path)).toEqual([
      'a/1.json',
      'a/CloudTrail-Insight/eu/1.json.gz',
      'b/2.json',
      'q/result.csv',
    ]);
  });
});
