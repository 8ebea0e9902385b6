/** How long a link can live. */
export interface ShareLife {
  readonly seconds: number;
  readonly words: string;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

export const DEFAULT_LIFE: ShareLife = { seconds: 7 * DAY, words: '7 days' };

/** The longest is what the backend takes: 90 days. */
export const LIVES: readonly ShareLife[] = [
  { seconds: HOUR, words: '1 hour' },
  { seconds: 8 * HOUR, words: '8 hours' },
  { seconds: DAY, words: '1 day' },
  DEFAULT_LIFE,
  { seconds: 30 * DAY, words: '30 days' },
  { seconds: 90 * DAY, words: '90 days' },
];
