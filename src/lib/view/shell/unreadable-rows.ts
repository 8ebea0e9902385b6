import type { Listening, UnreadableEntry } from '$lib/session/listening';
import { clock } from '../words/clock';
import { numeral } from '../words/numeral';

/** One part that could not be read, ready to be shown. */
export interface UnreadableRow {
  /** Its file and line in a recording; else when it came. */
  readonly where: string;
  readonly reason: string;
  /** How it begins. */
  readonly head: string;
}

/** All that is known of what could not be read. */
export interface Unreadable {
  readonly rows: readonly UnreadableRow[];
  /** How many there were, more than the rows where only some are known. */
  readonly count: number;
}

function placeWords({ file, line }: NonNullable<UnreadableEntry['place']>): string {
  return line === null ? file : `${file}:${line}`;
}

/** What could not be read: of a recording in the order of its files, else the newest first. */
export function unreadableOf({
  player,
  unreadable,
  counts,
}: Pick<Listening, 'player' | 'unreadable' | 'counts'>): Unreadable {
  if (player) {
    const { count, lines } = player.facts.unreadable;
    const rows = lines.map((each) => {
      const { reason, head } = each;
      return { where: placeWords(each), reason, head };
    });
    return { rows, count };
  }
  const rows = unreadable.map(({ at, reason, head, place }) => {
    return { where: place ? placeWords(place) : clock(at), reason, head };
  });
  return { rows: rows.reverse(), count: counts.unreadable };
}

/** As text, one part a line, fields set apart by tabs; the last line tells how many are not in it. */
export function unreadableText({ rows, count }: Unreadable): string {
  const lines = rows.map(({ where, reason, head }) =>
    [where, reason, head].map((field) => field.replace(/\s+/g, ' ')).join('\t'),
  );
  const more = count - rows.length;
  return [...lines, ...(more > 0 ? [`and ${numeral(more)} more`] : []), ''].join('\n');
}
