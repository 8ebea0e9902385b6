/** The names by which scenarios are asked for. */
export type ScenarioName = 'calm-day' | 'launch-day' | 'the-incident' | 'night-shift';

/** A story that the model of a cloud plays. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly title: string;
  /** One sentence for somebody who chooses. */
  readonly summary: string;
  /** How long it lasts; then it begins again after a short rest. */
  readonly seconds: number;
}

/** All scenarios, in the order in which they are offered. This file is light: it loads nothing of the model. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'calm-day',
    title: 'A calm day',
    summary: 'A batch at midnight, a quiet night, visitors in the morning, one good release.',
    seconds: 210,
  },
  {
    name: 'launch-day',
    title: 'Launch day',
    summary: 'Ten times the visitors come in three waves, and the cloud grows after them.',
    seconds: 200,
  },
  {
    name: 'the-incident',
    title: 'The incident',
    summary: 'A release goes bad, alarms rise, somebody is woken, and all is well again.',
    seconds: 240,
  },
  {
    name: 'night-shift',
    title: 'The night shift',
    summary: 'Backups, cron jobs and long silences, with one alarm that clears by itself.',
    seconds: 190,
  },
];
