import type { Mark } from '$lib/core/timeline/mark';
import type { Inspection, Listening } from '$lib/session/listening';
import { familyName } from './words/family-name';

export type Accepts = (mark: Mark) => boolean;

const everything: Accepts = () => true;

function textOf({ event, title, lane, rule, disposition }: Inspection): string {
  const parts = [
    title,
    event.source,
    event.detailType,
    event.key,
    event.region,
    event.account,
    event.outcome,
    event.id,
    rule?.title ?? '',
    familyName(lane),
    disposition,
    ...event.resources,
  ];
  return parts.join('\n').toLowerCase();
}

/**
 * Tells which marks answer a filter: every word of the query must stand somewhere in one of the mark's
 * events. Answers are kept, for the score asks again with every frame.
 */
export function eventFilter(listening: Pick<Listening, 'inspect'>, query: string): Accepts {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return everything;
  const known = new WeakMap<Mark, boolean>();

  const answers = (mark: Mark) =>
    mark.events.some((id) => {
      const inspection = listening.inspect(id);
      const text = inspection ? textOf(inspection) : familyName(mark.lane).toLowerCase();
      return words.every((word) => text.includes(word));
    });

  return (mark) => {
    const before = known.get(mark);
    if (before !== undefined) return before;
    const answer = answers(mark);
    known.set(mark, answer);
    return answer;
  };
}
