import type { Voice } from '../score/note';
import type { Interrupt, News } from './cue';
import type { JsonObject } from '../event/aws-event';
import type { Alternative } from './pattern-alternatives';

/** What a rule says of the news: itself, or by the outcome of each event. */
export type RuleNews = News | 'by-outcome';

/** The voices a rule may name. The drone belongs to the alarm, and the pad sounds always. */
export const RULE_VOICES = [
  'pluck',
  'piano',
  'bass',
  'kit',
  'snare',
  'minor',
  'alarm',
  'major',
  'mallet',
  'keys',
  'glass',
  'reed',
] as const satisfies readonly Voice[];

export type RuleVoice = (typeof RULE_VOICES)[number];

export const RULE_NEWS = [
  'good',
  'neutral',
  'bad',
  'by-outcome',
] as const satisfies readonly RuleNews[];

export const INTERRUPTS = [
  'not-at-all',
  'a-little',
  'some',
  'fully',
] as const satisfies readonly Interrupt[];

/** One rule of a mapping: which events it is for, and its answers about them. */
export interface Rule {
  readonly id: string;
  /** In plain words: "An alarm goes off". */
  readonly title: string;
  /** The event pattern as it is written. */
  readonly pattern: JsonObject;
  /** The pattern's alternatives, ready to be compiled. */
  readonly alternatives: readonly Alternative[];
  readonly news: RuleNews;
  readonly interrupt: Interrupt;
  readonly voice: RuleVoice;
  /** The path of the field that gives the key, for example `detail.table`; null for the event's own. */
  readonly key: readonly string[] | null;
}
