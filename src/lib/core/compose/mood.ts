import { decayPerSlot } from './rate';
import { clamp, toMicro } from './rounding';

/** How the account is felt to be, and the fading news that it was made from. */
export interface Mood {
  /** 0 (worst) to 1 (best). */
  readonly value: number;
  readonly bad: number;
  readonly good: number;
}

/** What one slot brought, counted. */
export interface News {
  readonly errors: number;
  readonly warnings: number;
  readonly successes: number;
  readonly deploys: number;
}

export const NO_NEWS: News = { errors: 0, warnings: 0, successes: 0, deploys: 0 };

const RESTING = 0.7;
const HIGHEST_UNDER_ALARM = 0.42;
const KEEP = decayPerSlot(60);

export const INITIAL_MOOD: Mood = { value: RESTING, bad: 0, good: 0 };

/** Where the mood is drawn to. `eventsPerSecond` puts the bad news in proportion; `alarms` counts those standing. */
export function moodTarget(mood: Mood, eventsPerSecond: number, alarms: number): number {
  const share = mood.bad / (86 * eventsPerSecond + 8);
  const gain = 0.2 * Math.tanh(mood.good / 6);
  const loss = 0.14 * Math.log2(1 + mood.bad) * Math.min(1, 0.35 + 12 * share);
  const dread = alarms > 0 ? 0.28 + 0.04 * Math.min(4, alarms - 1) : 0;
  return clamp(RESTING + gain - loss - dread, 0, alarms > 0 ? HIGHEST_UNDER_ALARM : 1);
}

/** The mood one slot on: news fades with a half-life of 60 s, and the value sinks faster than it rises. */
export function stepMood(mood: Mood, news: News, eventsPerSecond: number, alarms: number): Mood {
  const felt = hearNews(mood, news, KEEP);
  const pull = 0.08 * (moodTarget(felt, eventsPerSecond, alarms) - mood.value);
  return { ...felt, value: toMicro(clamp(mood.value + clamp(pull, -0.012, 0.0025), 0, 1)) };
}

/** Takes in news without letting time pass, as while the link is down. */
export function hearNews(mood: Mood, news: News, keep = 1): Mood {
  return {
    value: mood.value,
    bad: toMicro(mood.bad * keep + news.errors + 0.25 * news.warnings),
    good: toMicro(mood.good * keep + 0.2 * news.successes + 3 * news.deploys),
  };
}
