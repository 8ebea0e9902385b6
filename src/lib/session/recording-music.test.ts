import { describe, expect, it } from 'vitest';
import {
  dropped,
  log,
  mapping,
  packed,
  readThem,
  records,
} from '$lib/source/file/fixtures/log-files';
import { perform } from '$lib/core/compose/perform';
import { schedule } from '$lib/core/compose/schedule';
import { bodiesOfFile } from '$lib/core/event/file-bodies';
import { readBody } from '$lib/core/event/read-body';
import { writeScore } from '$lib/core/score/score-writer';
import { RecordingHall } from './fixtures/recording-hall';
import { Bench, upload, WALL } from './fixtures/session-bench';

describe('files that are played in the page', () => {
  it('give the Score of the command line, to the byte', async () => {
    const text = log(records(240));
    const { recording } = await readThem(packed('night.json.gz', text));
    const hall = new RecordingHall(recording, mapping, 3);
    void hall.session.play();
    await hall.run(0.2);
    await hall.feed.setPace({ speed: 20, skipSilences: true });
    await hall.playThrough(200);
    const options = { speed: 20, maxGapSeconds: 10 };
    const found = bodiesOfFile(text).flatMap((body) => readBody(body, 0).events);
    const heard = schedule(found, ({ time }) => time, options).map(({ item, slot }) => ({
      event: item,
      slot,
    }));
    expect(writeScore(hall.session.score())).toBe(writeScore(perform({ mapping, seed: 3, heard })));
    expect(hall.session.counts.heard).toBe(240);
  });
});

describe('places and paces that are asked for at once', () => {
  it('end in the last of them, and none of the others is a failure', async () => {
    const { recording } = await readThem(dropped('night.json', log(records(240))));
    const hall = new RecordingHall(recording, mapping, 3);
    void hall.session.play();
    const { feed } = hall;
    while (feed.state !== 'ready') await hall.run(0.1);
    const sought = feed.happenedAt(3);
    const paces = [30, 60, 120].map((speed) => feed.setPace({ speed, skipSilences: true }));
    await Promise.all([...paces, feed.seek(1), feed.seek(2), feed.seek(3)]);
    expect(feed.state).toBe('ready');
    expect(feed.plan).toMatchObject({ speed: 120 });
    const beatMs = 0.625 * 120 * 1000;
    expect(sought - feed.happenedAt(feed.position)).toBeGreaterThanOrEqual(0);
    expect(sought - feed.happenedAt(feed.position)).toBeLessThan(beatMs);
    expect(hall.session.failure).toBeNull();
  });
});

describe('a journal that is played again', () => {
  it('sounds as it sounded live, the loss of the link included', async () => {
    const bench = new Bench();
    void bench.session.play();
    await new Promise((resolve) => setTimeout(resolve));
    bench.run(1);
    for (let i = 0; i < 12; i++) {
      await bench.take(upload(`a${i}`), upload(`b${i}`), '<html>');
      bench.run(0.7);
    }
    const at = WALL + bench.milliseconds;
    bench.listener?.report({ kind: 'miss', at, cause: 'denied', code: 'X', retryInMs: 1 });
    bench.run(6);
    await bench.take(upload('after'));
    bench.run(6);
    await bench.session.pause();
    const live = bench.session.score();
    const journal = await bench.session.saveableJournal();
    const saved = JSON.stringify({ ...journal, links: bench.links });
    expect(bench.links.map(({ link }) => link)).toEqual(['down', 'up']);

    const { recording } = await readThem(dropped('heard.json', saved));
    const hall = new RecordingHall(recording, mapping);
    void hall.session.play();
    await hall.run(0.2);
    await hall.feed.setPace({ speed: 1, skipSilences: false });
    await hall.playThrough(200);
    const again = hall.session.score();
    const common = Math.min(live.notes.length, again.notes.length);
    expect(again.events).toEqual(live.events);
    expect(common).toBeGreaterThan(30);
    expect(again.notes.slice(0, common)).toEqual(live.notes.slice(0, common));
  });
});
