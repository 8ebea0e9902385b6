import { describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import { unreadableOf, unreadableText } from './unreadable-rows';

function fixture(recording: boolean) {
  const listening = new FixtureListening({ scenario: 'live', recording });
  listening.close();
  return listening;
}

describe('what could not be read', () => {
  it('is told of a queue by time, the newest first', () => {
    const at = (minute: number) => new Date(2026, 0, 2, 14, minute).getTime();
    const listening = Object.assign(fixture(false), {
      unreadable: [
        { at: at(1), reason: 'Not JSON.', head: 'a' },
        { at: at(2), reason: 'Empty.', head: '' },
      ],
    });
    expect(unreadableOf(listening).rows.map(({ where }) => where)).toEqual([
      '14:02:00',
      '14:01:00',
    ]);
  });

  it('is told of a recording by file and line', () => {
    const { rows, count } = unreadableOf(fixture(true));
    expect(count).toBe(612);
    expect(rows[0]?.where).toMatch(/readme-0\.txt$/);
    expect(rows[1]?.where).toMatch(/log\.json\.gz:8$/);
  });
});

describe('unreadableText', () => {
  it('keeps one part on a line and tells how many are left out', () => {
    const rows = [{ where: 'a.json:3', reason: 'Not JSON.', head: '{"a":\n\t1' }];
    expect(unreadableText({ rows, count: 1201 })).toBe(
      'a.json:3\tNot JSON.\t{"a": 1\nand 1,200 more\n',
    );
    expect(unreadableText({ rows: [], count: 0 })).toBe('');
  });
});
