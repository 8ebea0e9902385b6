import type { Outcome } from '../event/aws-event';
import type { Interrupt, News } from '../mapping/cue';
import type { Shape } from './mark';

const BY_OUTCOME: Readonly<Record<Outcome, Shape>> = {
  success: 'triangle',
  neutral: 'circle',
  warning: 'diamond',
  error: 'cross',
};

/**
 * The shape of an event's mark: circle for neutral news, triangle for good, diamond for bad news that can
 * wait, cross for bad news that interrupts (`some` or `fully`). Where nothing told the news (null), the
 * event's own outcome decides.
 */
export function shapeOf(
  news: News | null,
  interrupt: Interrupt | null,
  outcome: Outcome = 'neutral',
): Shape {
  if (news === null) return BY_OUTCOME[outcome];
  if (news === 'neutral') return 'circle';
  if (news === 'good') return 'triangle';
  return interrupt === 'some' || interrupt === 'fully' ? 'cross' : 'diamond';
}

/** Whether a shape tells bad news. */
export function isBad(shape: Shape): boolean {
  return shape === 'diamond' || shape === 'cross';
}
