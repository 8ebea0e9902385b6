import type { Family } from '$lib/core/event/family';
import type { Seconds } from '$lib/core/score/note';
import type { Mark } from '$lib/core/timeline/mark';

/** How much past the score can show. */
export interface Span {
  readonly seconds: Seconds;
  readonly words: string;
}

export const SPANS: readonly Span[] = [
  { seconds: 30, words: '30 s' },
  { seconds: 180, words: '3 min' },
  { seconds: 900, words: '15 min' },
  { seconds: 3600, words: '1 h' },
];

/** A phone is a quarter as wide, so its second span is shorter. */
export const PHONE_SPANS: readonly Span[] = SPANS.map((span) =>
  span.seconds === 180 ? { seconds: 90, words: '90 s' } : span,
);

/** The mark that is looked at, and which of its events. */
export interface Selection {
  readonly mark: Mark;
  readonly eventIndex: number;
}

/** What the listener chose to look at; nothing here changes what is heard. */
export class ScoreView {
  spanIndex = $state(1);
  phone = $state(false);
  mode: 'score' | 'list' = $state('score');
  filter = $state('');
  lane: Family = $state('edge');
  selection: Selection | null = $state.raw(null);
  hovered: Mark | null = $state.raw(null);
  /** The right end of the score when it stands in the past; null while it follows now. */
  heldAt: Seconds | null = $state(null);

  get spans(): readonly Span[] {
    return this.phone ? PHONE_SPANS : SPANS;
  }

  get spanSeconds(): Seconds {
    return this.spans[this.spanIndex]?.seconds ?? 180;
  }

  /** How much is shown, in words: `3 min`. */
  get spanWords(): string {
    return this.spans[this.spanIndex]?.words ?? '';
  }

  /** Longer (1) or shorter (−1). */
  stepSpan(step: 1 | -1): void {
    this.spanIndex = Math.min(this.spans.length - 1, Math.max(0, this.spanIndex + step));
  }

  select(mark: Mark, eventIndex = 0): void {
    this.selection = { mark, eventIndex };
    this.lane = mark.lane;
  }

  /** Selects another event of the same mark. */
  stepEvent(step: 1 | -1): void {
    if (!this.selection) return;
    const { mark, eventIndex } = this.selection;
    const count = mark.events.length;
    this.selection = { mark, eventIndex: (eventIndex + step + count) % count };
  }

  clearSelection(): void {
    this.selection = null;
  }

  /** Moves the score so that a time is in view; a time close to now lets it follow again. */
  bringIntoView(at: Seconds, now: Seconds): void {
    const end = this.heldAt ?? now;
    if (at >= end - this.spanSeconds * 0.97 && at <= end) return;
    this.holdAt(at + this.spanSeconds * 0.5, now);
  }

  holdAt(end: Seconds, now: Seconds): void {
    this.heldAt = end >= now ? null : Math.max(this.spanSeconds * 0.5, end);
  }

  backToNow(): void {
    this.heldAt = null;
  }
}
