import { describe, expect, it } from 'vitest';
import { createMarkRing } from '$lib/core/timeline/mark-ring';
import { listPage, ROWS_PER_PAGE } from './list-rows';

const ring = createMarkRing(200);
for (let at = 0; at < 60; at++)
  ring.push({
    at,
    duration: 0.1,
    lane: at % 2 ? 'data' : 'edge',
    shape: 'circle',
    velocity: 0.5,
    midi: 60,
    voice: 'keys',
    disposition: 'played',
    events: [`${at}`],
  });

describe('listPage', () => {
  it('gives the newest first, page by page, each mark once', () => {
    const pages = [0, 1, 2].map((page) => listPage(ring, { from: 0, to: 100, page }, () => true));
    expect(pages.flatMap(({ rows }) => rows.map(({ at }) => at))).toEqual(
      Array.from({ length: 60 }, (_, index) => 59 - index),
    );
    expect(pages.map(({ hasOlder }) => hasOlder)).toEqual([true, true, false]);
  });

  it('keeps to the span and the filter', () => {
    const { rows, hasOlder } = listPage(
      ring,
      { from: 10, to: 19, page: 0 },
      ({ lane }) => lane === 'data',
    );
    expect(rows.map(({ at }) => at)).toEqual([19, 17, 15, 13, 11]);
    expect(hasOlder).toBe(false);
  });

  it('does not promise an older page where a full one was the last', () => {
    const { rows, hasOlder } = listPage(
      ring,
      { from: 0, to: ROWS_PER_PAGE - 1, page: 0 },
      () => true,
    );
    expect(rows).toHaveLength(ROWS_PER_PAGE);
    expect(hasOlder).toBe(false);
  });
});
