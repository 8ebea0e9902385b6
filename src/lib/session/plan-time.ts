import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';
import type { Anchor, Plan } from '$lib/source/recording';

type Timing = Pick<Plan, 'anchors' | 'speed'>;

/** Where the last anchor lies whose value is not above; -1 before the first. */
function lastUpTo(anchors: readonly Anchor[], valueOf: (anchor: Anchor) => number, value: number) {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const anchor = anchors[middle];
    if (anchor && valueOf(anchor) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** When it happened what is heard at a place of the music; a shortened silence stands still at its end. */
export function happenedAt({ anchors, speed }: Timing, position: Seconds): EpochMs {
  const index = Math.max(
    0,
    lastUpTo(anchors, ({ at }) => at, position),
  );
  const { at, happened } = anchors[index] ?? { at: 0, happened: 0 };
  const end = anchors[index + 1]?.happened ?? Infinity;
  return Math.min(end, happened + Math.max(0, position - at) * speed * 1000);
}

/** Where in the music it is heard what happened at a time. */
export function positionAt({ anchors, speed }: Timing, time: EpochMs): Seconds {
  const index = Math.max(
    0,
    lastUpTo(anchors, ({ happened }) => happened, time),
  );
  const { at, happened } = anchors[index] ?? { at: 0, happened: 0 };
  const end = anchors[index + 1]?.at ?? Infinity;
  return Math.min(end, at + Math.max(0, time - happened) / speed / 1000);
}
