import type { Listening } from '$lib/session/listening';

/** What a listener can do about a notice; those that begin with `go-on` put it away. */
export type NoticeAction =
  | 'listen'
  | 'try-now'
  | 'skip-to-now'
  | 'play-here'
  | 'hear-again'
  | 'go-on-silent'
  | 'go-on-unkept'
  | 'go-on-forgetting';

/** A state of the page that needs words: what happened, what we do, what you can do. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** The raw error code, shown in mono after the sentence. */
  readonly code: string | null;
  readonly action: NoticeAction | null;
  /** What is heard meanwhile. */
  readonly sound: string;
  /** Whether it asks something of the listener. */
  readonly needsYou: boolean;
}

/** What a notice is made from. */
export type Stand = Pick<
  Listening,
  | 'link'
  | 'sound'
  | 'counts'
  | 'startedAt'
  | 'failure'
  | 'soundIn'
  | 'isSkipping'
  | 'keeping'
  | 'forgotten'
  | 'player'
>;

/** A notice that only tells. */
export function plain(title: string, text: string, sound: string): Notice {
  return { title, text, sound, code: null, action: null, needsYou: false };
}
