import type { LinkStatus, Mood } from '$lib/session/listening';
import { shortClock } from '../words/clock';
import { sentenceCase } from '../words/sentence-case';

/** What the card says of the mood. */
export interface MoodWords {
  readonly title: string;
  readonly reason: string;
  /** Whether the score may be shown: what we do not know has none. */
  readonly isKnown: boolean;
}

/** The mood in words; while the connection is lost, that we do not know it, and since when. */
export function moodWords(link: Pick<LinkStatus, 'connection' | 'since'>, mood: Mood): MoodWords {
  if (link.connection !== 'lost')
    return { title: sentenceCase(mood.word), reason: mood.reason, isKnown: true };
  return {
    title: `Unknown since ${shortClock(link.since)}`,
    reason: 'We do not know how your account feels until the connection is back.',
    isKnown: false,
  };
}
