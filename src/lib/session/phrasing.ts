import type { AwsEvent } from '$lib/core/event/aws-event';

/** A batch is spread over at most this many slots (1.25 s): long enough for a phrase, short enough to stay live. */
const PHRASE_SLOTS = 8;

/**
 * Spreads the events of one receive batch over the coming slots in the order of event time, so that a batch of
 * ten is a phrase and not one thud. A single event takes the first slot.
 *
 * @returns for each event, in the order given, its distance in slots from the first one
 */
export function phrase(events: readonly AwsEvent[]): number[] {
  const order = events.map((_, index) => index);
  order.sort((a, b) => (events[a]?.time ?? 0) - (events[b]?.time ?? 0) || a - b);
  const width = Math.min(events.length, PHRASE_SLOTS);
  const offsets = new Array<number>(events.length).fill(0);
  order.forEach((index, place) => {
    offsets[index] = Math.floor((place * width) / events.length);
  });
  return offsets;
}
