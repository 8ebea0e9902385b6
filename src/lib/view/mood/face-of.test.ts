import { describe, expect, it } from 'vitest';
import { faceOf } from './face-of';
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
