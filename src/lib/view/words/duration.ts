import type { Seconds } from '$lib/core/score/note';

/** A duration in words, two units at most: `38 s`, `1 min 17 s`, `26 min`, `2 h 5 min`, `3 d`. */
export function durationWords(seconds: Seconds): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10 && whole % 60 > 0) return `${minutes} min ${whole % 60} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d`;
  return minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
}

/** A span of seconds to two decimals where it is short: `0.31 s`, `4.2 s`, `1 min 17 s`. */
export function spanWords(seconds: Seconds): string {
  if (seconds >= 60) return durationWords(seconds);
  return `${seconds < 10 ? seconds.toFixed(seconds < 1 ? 2 : 1) : Math.round(seconds)} s`;
}
