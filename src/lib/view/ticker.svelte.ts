import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';

/** The time as words show it: it moves once a second, however often the score is drawn. */
export class Ticker {
  wall: EpochMs = $state(Date.now());
  score: Seconds = $state(0);

  /** Begins to tick; returns the end of it. */
  start(scoreNow: () => Seconds): () => void {
    const tick = () => {
      this.wall = Date.now();
      this.score = scoreNow();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }
}
