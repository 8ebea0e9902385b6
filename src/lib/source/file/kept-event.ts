import type { AwsEvent, Json } from '$lib/core/event/aws-event';
import { fieldOf } from '$lib/core/event/json-field';

/** An event as the text that is kept of it; its detail is kept once, in the envelope. */
export function keptEvent(event: AwsEvent): string {
  return JSON.stringify({ ...event, detail: undefined });
}

/** The event that `keptEvent` wrote. */
export function eventOf(text: string): AwsEvent {
  const event = JSON.parse(text) as Omit<AwsEvent, 'detail'>;
  const detail: Json = fieldOf(event.envelope, 'detail') ?? null;
  return { ...event, detail };
}
