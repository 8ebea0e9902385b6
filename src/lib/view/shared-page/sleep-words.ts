import type { EpochMs } from '$lib/core/event/aws-event';
import { durationWords } from '../words/duration';
import type { SleepTimer } from './sleep-timer.svelte';

/** How long the music still plays: `off`, `in 26 min`, `fading`, `paused`. */
export function sleepWords(
  { state, endsAt }: Pick<SleepTimer, 'state' | 'endsAt'>,
  now: EpochMs,
): string {
  if (state === 'fading') return 'fading';
  if (state === 'asleep') return 'paused';
  if (endsAt === null) return 'off';
  const seconds = Math.max(0, (endsAt - now) / 1000);
  return `in ${durationWords(seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds)}`;
}
