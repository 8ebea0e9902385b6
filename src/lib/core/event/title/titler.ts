import type { AwsEvent } from '../aws-event';

/** Names one kind of event; null where it lacks what its title is made of. */
export type Titler = (event: AwsEvent) => string | null;

/** The name of the resource or the principal, or `other` where an event names neither. */
export function nameOr(event: AwsEvent, other: string): string {
  return event.key === '' || event.key === event.detailType ? other : event.key;
}
