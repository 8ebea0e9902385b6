import type { Mark } from '$lib/core/timeline/mark';
import { laneBelow } from '$lib/core/timeline/lane-place';
import { nearestMark, stepFrom, type Reach } from '$lib/core/timeline/neighbour';
import type { Listening } from '$lib/session/listening';
import type { Announcer } from '../announcer.svelte';
import type { Accepts } from '../event-filter';
import type { ScoreView } from '../score-view.svelte';
import { eventWords } from '../words/event-words';
import { familyName } from '../words/family-name';

/** What the arrow keys move through. */
export interface Roving {
  readonly listening: Listening;
  readonly view: ScoreView;
  readonly accepts: Accepts;
  readonly announcer: Announcer;
}

function reachOf({ listening, view, accepts }: Roving): Reach {
  return { lane: view.lane, until: listening.now(), accepts };
}

function land(roving: Roving, mark: Mark | null, otherwise: string): void {
  const { listening, view, announcer } = roving;
  if (!mark) return announcer.say(otherwise);
  view.select(mark);
  view.bringIntoView(mark.at, listening.now());
  announcer.say(eventWords(listening, mark));
}

/** Where stepping starts: the chosen mark, else the right end of what is shown. */
function anchor({ listening, view }: Roving): number {
  return view.selection?.mark.at ?? view.heldAt ?? listening.now();
}

/** To the next event of the lane (1) or the one before (−1). */
export function stepAlong(roving: Roving, step: 1 | -1): void {
  const { view, listening } = roving;
  const reach = reachOf(roving);
  const chosen = view.selection?.mark;
  const mark =
    chosen?.lane === view.lane
      ? stepFrom(listening.marks, chosen, step, reach)
      : nearestMark(listening.marks, anchor(roving), reach);
  const where = step === 1 ? 'last' : 'first';
  const none = chosen ? `This is the ${where} event of` : 'There is no event in';
  land(roving, mark, `${none} ${familyName(view.lane)}.`);
}

/** To the lane below (1) or above (−1), and there to the event nearest in time. */
export function stepAcross(roving: Roving, step: 1 | -1): void {
  const { view, listening } = roving;
  const from = anchor(roving);
  view.lane = laneBelow(view.lane, step);
  const mark = nearestMark(listening.marks, from, reachOf(roving));
  if (!mark) view.clearSelection();
  land(roving, mark, `${familyName(view.lane)}, no event.`);
}
