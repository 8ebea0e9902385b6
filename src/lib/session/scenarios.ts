/** A day of a small cloud that the demo can play. */
export interface ScenarioChoice {
  readonly name: string;
  readonly title: string;
  /** One sentence for somebody who chooses. */
  readonly summary: string;
  readonly seconds: number;
}

export const SCENARIOS: readonly ScenarioChoice[] = [
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
