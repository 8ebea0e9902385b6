import { describe, expect, it } from 'vitest';
import { fixtureLink } from '$lib/session/fixtures/fixture-link';
import {
  FixtureListening,
  type FixtureOptions,
} from '$lib/session/fixtures/fixture-listening.svelte';
import { faceNow, faceOf, hasOpenAlarm } from './face-of';
import { FACE_HEIGHT, FACE_WIDTH, facePath } from './faces';
import creature from './creature.json';

const up = { connection: 'live', cause: null, lastEventAt: 1 } as const;

describe('faceOf', () => {
  it('shows the mood while all is known', () => {
    expect(faceOf(up, 'playing', 'content')).toBe('content');
    expect(faceOf(up, 'playing', 'alarmed')).toBe('alarmed');
  });

  it('shows what we do not know before the mood', () => {
    expect(faceOf({ ...up, connection: 'lost', cause: 'offline' }, 'playing', 'alarmed')).toBe(
      'offline',
    );
    expect(faceOf({ ...up, connection: 'lost', cause: 'credentials' }, 'playing', 'glad')).toBe(
      'locked',
    );
    expect(faceOf({ ...up, connection: 'connecting' }, 'playing', 'content')).toBe('searching');
  });

  it('keeps an alarm on its face though the account is quiet', () => {
    expect(faceOf({ ...up, connection: 'quiet' }, 'playing', 'content')).toBe('asleep');
    expect(faceOf({ ...up, connection: 'quiet' }, 'playing', 'alarmed')).toBe('alarmed');
  });
});

describe('a standing alarm', () => {
  it('lets no face be happier than uneasy', () => {
    for (const word of ['glad', 'content', 'settling', 'tense'] as const)
      for (const connection of ['live', 'quiet', 'demo', 'replay'] as const)
        expect(faceOf({ ...up, connection }, 'playing', word, true)).toBe('uneasy');
    expect(faceOf(up, 'playing', 'alarmed', true)).toBe('alarmed');
    expect(faceOf({ ...up, lastEventAt: null }, 'playing', 'content', true)).toBe('uneasy');
  });

  it('stands until its own end', () => {
    const alarm = { kind: 'alarm', from: 1, label: 'api', source: 'aws.test', event: 'a' } as const;
    expect(hasOpenAlarm([{ ...alarm, to: null }])).toBe(true);
    expect(hasOpenAlarm([{ ...alarm, to: 3 }])).toBe(false);
    expect(hasOpenAlarm([{ ...alarm, kind: 'deploy', to: null }])).toBe(false);
  });
});

describe('faces', () => {
  it('are whole: every row as wide, every face as tall as the display', () => {
    for (const rows of Object.values(creature.faces)) {
      expect(rows).toHaveLength(FACE_HEIGHT);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([FACE_WIDTH]));
    }
  });

  it('light a square for every pixel', () => {
    const lit = creature.faces.content.join('').split('#').length - 1;
    expect(facePath('content').split('M')).toHaveLength(lit + 1);
  });
});

describe('faceNow', () => {
  const session = (options: Partial<FixtureOptions>) => {
    const listening = new FixtureListening(options);
    listening.close();
    return listening;
  };

  it('looks at its twin while another tab has the sound, but for a loss', () => {
    const following = session({ scenario: 'following' });
    expect(faceNow(following)).toBe('twin');
    expect(faceNow(Object.assign(following, { link: fixtureLink('offline', 0) }))).toBe('offline');
  });

  it('waits for nothing while a recording plays', () => {
    const replay = session({ scenario: 'replay', recording: true });
    Object.assign(replay, { annotations: [] });
    const link = { ...replay.link, lastEventAt: null };
    expect(faceNow(Object.assign(replay, { link }))).toBe('settling');
    const live = Object.assign(session({ scenario: 'live' }), { link, annotations: [] });
    expect(faceNow(live)).toBe('waiting');
  });
});
