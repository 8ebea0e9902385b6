import type { Score } from '../../src/lib/core/score/score';

/** A Score in a few lines for a person: how much of what, how long, and what became of the events. */
export function summaryOf(score: Score): string {
  const lines = [
    `${count(score.events.length, 'event')}, ${count(score.notes.length, 'note')}, ${length(score.duration)}`,
    `  dispositions: ${tally(score.events.map(({ disposition }) => disposition))}`,
    `  outcomes:     ${tally(score.events.map(({ outcome }) => outcome))}`,
    `  voices:       ${tally(score.notes.map(({ voice }) => voice))}`,
    `  unreadable:   ${score.unreadable.length}`,
    ...firstReasons(score),
  ];
  return `${lines.join('\n')}\n`;
}

const MOST_REASONS = 3;

function firstReasons({ unreadable }: Score): string[] {
  const shown = unreadable
    .slice(0, MOST_REASONS)
    .map(({ index, reason }) => `    body ${index}: ${reason}`);
  const rest = unreadable.length - shown.length;
  return rest > 0 ? [...shown, `    and ${rest} more`] : shown;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}

/** `3 min 20 s` */
function length(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** How often each word occurs, most often first: `played 12, aggregated 3`. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return ranked.map(([word, times]) => `${word} ${times}`).join(', ') || 'none';
}
