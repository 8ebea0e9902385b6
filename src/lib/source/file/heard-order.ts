import { slotsOf, stretchesOf } from '$lib/core/compose/schedule';
import { SLOT_SECONDS } from '$lib/core/compose/slot';
import type { LinkChange } from '$lib/core/score/journal';
import type { Seconds } from '$lib/core/score/note';
import type { Anchor, Pace } from '../recording';
import type { OrderedEvents } from './event-table';
import { fittingSpeed } from './fitting-speed';

/** A longer silence is skipped, where silences are. */
const MAX_GAP_SECONDS: Seconds = 10;
const SLOT_MS = SLOT_SECONDS * 1_000;

/** When each event is heard, in the order of events. */
export interface HeardOrder {
  readonly speed: number;
  readonly slots: Uint32Array;
  readonly anchors: readonly Anchor[];
  readonly links: readonly LinkChange[];
}

/** What a pace makes of events. What a journal holds is heard in its own slots, unless it is to be faster or shorter. */
export function heardOrder(
  events: OrderedEvents,
  links: readonly LinkChange[],
  { speed: asked, skipSilences }: Pace,
): HeardOrder {
  const maxGapSeconds = skipSilences ? MAX_GAP_SECONDS : Infinity;
  const { allTimes, kept, ownSlots } = events;
  const speed = asked === 'fit' ? fittingSpeed(allTimes, maxGapSeconds) : asked;
  if (ownSlots !== null && speed === 1 && !skipSilences)
    return { speed, slots: ownSlots, anchors: ownAnchors(events, ownSlots), links };
  const all = slotsOf(allTimes, { speed, maxGapSeconds });
  const anchors = stretchesOf(allTimes, { speed, maxGapSeconds });
  return {
    speed,
    slots: kept === null ? all : kept.map((at) => all[at] ?? 0),
    anchors: anchors.map(({ at, time }) => ({ at, happened: time })),
    links: [],
  };
}

/** The music of a journal begins before its first event. */
function ownAnchors({ times }: OrderedEvents, ownSlots: Uint32Array): Anchor[] {
  return [{ at: 0, happened: (times[0] ?? 0) - (ownSlots[0] ?? 0) * SLOT_MS }];
}
