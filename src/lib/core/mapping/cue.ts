import type { Voice } from '../score/note';

/** Good, neutral or bad news. */
export type News = 'good' | 'neutral' | 'bad';

/** How much an event may interrupt. */
export type Interrupt = 'not-at-all' | 'a-little' | 'some' | 'fully';

/** The shape an event takes in the music: its severity is told by rhythm and chord, never by melody. */
export type Figure = 'plain' | 'warning' | 'error' | 'alarm' | 'alarm-ok' | 'deploy';

/** Start, create, more; stop, delete, less; or neither. */
export type Motion = 'up' | 'down' | 'level';

/** What the composer knows of one event, and no more. */
export interface Cue {
  readonly id: string;
  /** The service that speaks, for example `lambda`: it keeps its register, timbre and place. */
  readonly stream: string;
  /** The resource: it keeps its height inside the register. */
  readonly key: string;
  readonly voice: Voice;
  readonly news: News;
  readonly interrupt: Interrupt;
  readonly figure: Figure;
  readonly motion: Motion;
  /** A few words that name the event, for the mood's reason: `checkout-api-5xx`. Text, never markup. */
  readonly label: string;
}
