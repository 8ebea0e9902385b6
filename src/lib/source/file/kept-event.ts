import type { AwsEvent, Json } from '$lib/core/event/aws-event';
import { fieldOf } from '$lib/core/event/json-field';
import type { RecordedEvent } from '../recording';

/** An event, and why it is left unheard, where it is. */
export type KeptEvent = Pick<RecordedEvent, 'event' | 'passed'>;

/** The text that is kept of an event; its detail is kept once, in the envelope. */
export function keptEvent({ event, passed }: KeptEvent): string {
  return JSON.stringify({ ...event, detail: undefined, passed });
}

/** What `keptEvent` wrote. */
export function eventOf(text: string): KeptEvent {
  const { passed, ...event } = JSON.parse(text) as Omit<AwsEvent, 'detail'> &
    Pick<KeptEvent, 'passed'>;
  const detail: Json = fieldOf(event.envelope, 'detail') ?? null;
  return { event: { ...event, detail }, ...(passed !== undefined && { passed }) };
}
