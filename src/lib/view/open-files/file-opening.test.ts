import { describe, expect, it } from 'vitest';
import type { ReadingProgress } from '$lib/session/listening';
import { FileOpening, type OpenFiles } from './file-opening.svelte';

const FILES = [{ file: new File(['{}'], 'a.json'), path: 'a.json' }];
const found = () => Promise.resolve(FILES);

const half: ReadingProgress = {
  bytesRead: 5,
  bytesTotal: 10,
  filesRead: 0,
  filesTotal: 1,
  events: 3,
  remainingSeconds: 1,
};

/** Opens that end when they are told to, or when they are aborted. */
function held() {
  const calls: { finish: () => void; report: (progress: ReadingProgress) => void }[] = [];
  const open: OpenFiles = (_files, report, signal) =>
    new Promise((resolve, reject) => {
      calls.push({ finish: resolve, report });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  return { calls, opening: new FileOpening(open) };
}

class WrongFileError extends Error {
  readonly resolution = 'Choose another.';
}

describe('FileOpening', () => {
  it('tells how far it is, and nothing when it is done', async () => {
    const { calls, opening } = held();
    const done = opening.open(found);
    await Promise.resolve();
    calls[0]?.report(half);
    expect([opening.isUnderWay, opening.progress]).toEqual([true, half]);
    calls[0]?.finish();
    await done;
    expect([opening.isUnderWay, opening.progress, opening.trouble]).toEqual([false, null, null]);
  });

  it('says what is wrong with a file, and what to do', async () => {
    const opening = new FileOpening(() => Promise.reject(new WrongFileError('No events in it.')));
    await opening.open(found);
    expect(opening.trouble).toEqual({ text: 'No events in it. Choose another.', code: null });
    opening.dismiss();
    expect(opening.trouble).toBeNull();
  });

  it('says that an empty folder held nothing', async () => {
    const { calls, opening } = held();
    await opening.open(() => Promise.resolve([]));
    expect(opening.trouble?.text).toMatch(/^There was no file in it/);
    expect(calls).toEqual([]);
  });

  it('is silent about what was cancelled, and deaf to its news', async () => {
    const { calls, opening } = held();
    const done = opening.open(found);
    await Promise.resolve();
    opening.cancel();
    calls[0]?.report(half);
    await done;
    expect([opening.isUnderWay, opening.progress, opening.trouble]).toEqual([false, null, null]);
  });

  it('ends the search for the files that are given up', () => {
    const { opening } = held();
    const signals: AbortSignal[] = [];
    void opening.open((signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    opening.cancel();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('is silent about a search that found nothing after it was given up', async () => {
    const { calls, opening } = held();
    let foundNothing: (files: []) => void = () => undefined;
    const slow = () => new Promise<[]>((resolve) => (foundNothing = resolve));
    const first = opening.open(slow);
    const second = opening.open(found);
    foundNothing([]);
    await first;
    expect([opening.isUnderWay, opening.trouble]).toEqual([true, null]);
    calls[0]?.finish();
    await second;
    const third = opening.open(slow);
    opening.cancel();
    foundNothing([]);
    await third;
    expect([opening.isUnderWay, opening.trouble]).toEqual([false, null]);
  });

  it('gives up the first files for the second', async () => {
    const { calls, opening } = held();
    const first = opening.open(found);
    await Promise.resolve();
    const second = opening.open(found);
    await first;
    expect(opening.isUnderWay).toBe(true);
    calls[1]?.finish();
    await second;
    expect([opening.isUnderWay, opening.trouble]).toEqual([false, null]);
  });
});
