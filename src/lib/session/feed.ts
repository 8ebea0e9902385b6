import type { Link } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { ScoreJournal } from '$lib/core/score/journal';
import type { Seconds } from '$lib/core/score/note';
import type { Concert } from './concert';
import type { LinkStatus, Player } from './listening';
import type { SharedFacts } from './membership';

/** What fills the slots of a concert: a live source, or a recording. */
export interface Feed {
  readonly player: Player | null;
  /** The account that the newest event came from; null where it is not told. */
  readonly account: string | null;
  /** Whether what was heard outlives the page, where it is kept. */
  readonly keeping: 'kept' | 'memory-only';
  readonly isSkipping: boolean;
  /** What is known of the share that is listened to; absent or null where there is none. */
  readonly shared?: SharedFacts | null;
  /** How many messages of older sessions made room for new ones. */
  readonly forgotten: number;
  /** Gives what was heard, to be saved; null where nothing is kept. */
  readonly journal: (() => Promise<ScoreJournal>) | null;
  /**
   * Called once, before all else.
   *
   * @param onChange told of what should be shown at once.
   */
  join(concert: Concert, onChange: () => void): void;
  /**
   * Fills the concert until the feed ends or the signal aborts, then resolves. Rejects for a defect, ours or the
   * browser's.
   */
  run(signal: AbortSignal): Promise<void>;
  status(at: EpochMs): LinkStatus;
  /** Follows the playing, four times a second. */
  follow?(at: Seconds): void;
  /** Told from which slot on the composer hears of another link. */
  linkChanged?(slot: number, link: Link): void;
  /** The wall clock at a score time, where it is not the clock of the listening. */
  wallAt?(at: Seconds): EpochMs;
  tryNow(): void;
  skipToNow(): void;
  close(): void;
}
