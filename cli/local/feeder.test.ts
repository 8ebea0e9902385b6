import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Audience, GLANCE_MS, PATIENCE_MS } from './audience';
import { feederFor, type Feeder } from './feeder';
import { startOptions } from './start-options';

const FOLDER = mkdtempSync(join(tmpdir(), 'feeder-'));
const FILE = join(FOLDER, 'events.jsonl');
const LINE = {
  version: '0',
  id: 'a',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '123456789012',
  time: '2026-01-05T00:00:00Z',
  region: 'eu-west-1',
  resources: [],
  detail: { bucket: { name: 'photos' } },
};
const LATER = { ...LINE, id: 'b', time: '2026-01-05T00:00:02Z' };
writeFileSync(FILE, `${JSON.stringify(LINE)}\n${JSON.stringify(LATER)}\n{"cut": \n`);

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** Runs a feeder before an audience, and keeps what it sends, clears and says. */
function staged(feeder: Feeder) {
  const stop = new AbortController();
  const now = () => performance.now();
  const audience = new Audience(now);
  const log: string[] = [];
  const send = async (bodies: readonly string[]) => void log.push(`sent ${bodies.length}`);
  const clear = async () => void log.push('cleared');
  const stage = { audience, now, send, clear, signal: stop.signal };
  const done = feeder.run(stage, (line) => log.push(line));
  return { audience, log, stop: () => (stop.abort(), done) };
}

describe('a replay', () => {
  const options = startOptions(['--replay', FILE], 5);

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says how many events there are, and how many entries that cannot be read', async () => {
    const { description } = await feederFor(options, [FILE]);
    expect(description).toContain('Replays 2 events and 1 entry that cannot be read at speed 1');
    expect(description).toContain('again when one comes back after a while');
  });

  it('begins again when its listeners had left after its end and one comes', async () => {
    const { audience, log, stop } = staged(await feederFor(options, [FILE]));
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(log).toEqual([]);
    const leave = audience.asked();
    await vi.advanceTimersByTimeAsync(10 * PATIENCE_MS);
    const once = ['sent 1', 'sent 2', expect.stringContaining('has ended')];
    expect(log).toEqual(once);
    leave();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS + GLANCE_MS);
    expect(log).toEqual([...once, 'cleared']);
    audience.asked();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(log).toEqual([...once, 'cleared', 'The replay begins again.', ...once]);
    await stop();
  });

  it('does not begin again for a page that is reloaded at once', async () => {
    const { audience, log, stop } = staged(await feederFor(options, [FILE]));
    const leave = audience.asked();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    leave();
    await vi.advanceTimersByTimeAsync(GLANCE_MS);
    audience.asked();
    await vi.advanceTimersByTimeAsync(10 * PATIENCE_MS);
    expect(log).toHaveLength(3);
    await stop();
    expect(log).toHaveLength(3);
  });
});

describe('the model', () => {
  it('says the seed with which it can be heard again', async () => {
    for (const args of [[], ['--rate', '3']])
      expect((await feederFor(startOptions(args, 77), [])).description).toContain('--seed 77');
  });
});
