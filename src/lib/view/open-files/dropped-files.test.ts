import { describe, expect, it } from 'vitest';
import { takeChosen, takeDrop } from './dropped-files';

type Entry = ReturnType<DataTransferItem['webkitGetAsEntry']>;

/** A file entry as browsers give it; one without a file cannot be read. */
function fileEntry(path: string, isReadable = true) {
  const file = (give: (file: File) => void, fail: (error: Error) => void) =>
    isReadable ? give(new File(['{}'], path)) : fail(new Error('NotFoundError'));
  const name = path.split('/').at(-1);
  return { isFile: true, isDirectory: false, name, fullPath: `/${path}`, file };
}

/** A folder that hands out its entries two at a time. */
function folderEntry(path: string, entries: readonly object[]) {
  const createReader = () => {
    const left = [...entries];
    return { readEntries: (give: (some: object[]) => void) => give(left.splice(0, 2)) };
  };
  const name = path.split('/').at(-1);
  return { isFile: false, isDirectory: true, name, fullPath: `/${path}`, createReader };
}

function drop(entries: readonly (object | null)[], files: readonly File[] = []): DataTransfer {
  const items = entries.map((entry) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry as Entry,
  }));
  return { items: [...items, { kind: 'string' }], files } as unknown as DataTransfer;
}

const endless = new AbortController().signal;

describe('takeDrop', () => {
  it('walks folders to their ends, in the order of names', async () => {
    const day = folderEntry('AWSLogs/10', [
      fileEntry('AWSLogs/10/c.json.gz'),
      fileEntry('AWSLogs/10/a.json.gz'),
      fileEntry('AWSLogs/10/b.json.gz'),
    ]);
    const tree = folderEntry('AWSLogs', [day, fileEntry('AWSLogs/0.json'), folderEntry('x', [])]);
    const found = await takeDrop(drop([tree, fileEntry('alone.csv')]))(endless);
    expect(found.map(({ path }) => path)).toEqual([
      'AWSLogs/0.json',
      'AWSLogs/10/a.json.gz',
      'AWSLogs/10/b.json.gz',
      'AWSLogs/10/c.json.gz',
      'alone.csv',
    ]);
    expect(await found[0]?.file.text()).toBe('{}');
  });

  it('says which file the browser could not read', async () => {
    const tree = folderEntry('logs', [fileEntry('logs/gone.json', false)]);
    await expect(takeDrop(drop([tree]))(endless)).rejects.toMatchObject({
      message: 'The browser could not read logs/gone.json.',
      resolution: expect.stringContaining('Choose it with the button'),
    });
  });

  it('takes plain files where the browser knows no entries', async () => {
    const found = await takeDrop(drop([null], [new File(['a'], 'a.json')]))(endless);
    expect(found.map(({ path }) => path)).toEqual(['a.json']);
  });

  it('walks a folder of more files than a call has room for arguments', async () => {
    const file = new File([], 'a.json');
    const give = (got: (file: File) => void) => got(file);
    const entry = { isFile: true, isDirectory: false, name: 'a', fullPath: '/a', file: give };
    let left = 200_000;
    const many = Array.from({ length: left }, () => entry);
    const readEntries = (got: (some: object[]) => void) => {
      got(left > 0 ? many : []);
      left = 0;
    };
    const big = { ...folderEntry('big', []), createReader: () => ({ readEntries }) };
    expect(await takeDrop(drop([folderEntry('all', [big])]))(endless)).toHaveLength(200_000);
  });

  it('ends the walk when it is given up', async () => {
    const end = new AbortController();
    const asked: string[] = [];
    const told = (name: string) => {
      const entry = fileEntry(name);
      const file = (give: (file: File) => void) => {
        asked.push(name);
        end.abort();
        give(new File([], name));
      };
      return { ...entry, file };
    };
    const tree = folderEntry('logs', [told('a.json'), told('b.json'), told('c.json')]);
    await expect(takeDrop(drop([tree]))(end.signal)).rejects.toThrow(/abort/);
    expect(asked).toEqual(['a.json']);
  });
});

describe('takeChosen', () => {
  it('keeps the path inside a chosen folder', () => {
    const inFolder = Object.assign(new File([], 'a.json'), { webkitRelativePath: 'logs/a.json' });
    const files = [inFolder, new File([], 'b.json')] as unknown as FileList;
    expect(takeChosen(files).map(({ path }) => path)).toEqual(['logs/a.json', 'b.json']);
  });
});
