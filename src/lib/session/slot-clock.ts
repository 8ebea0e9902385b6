import { SLOT_SECONDS, slotTime } from '$lib/core/compose/slot';
import type { EpochMs } from '$lib/core/event/aws-event';
import type { Seconds } from '$lib/core/score/note';

/** The wall clock at one score time; holds until the next anchor. */
interface WallAnchor {
  readonly score: Seconds;
  readonly wall: EpochMs;
}

/** How far the wall may run away from the score before a new anchor is set: a sleep, a freeze, a pause. */
const WALL_DRIFT_MS = 1_000;

/** How late a slot may be composed before the score waits for us instead of hurrying. */
const LATE_SECONDS: Seconds = 1;

/**
 * Turns the audio clock into slots and score time. The score advances only while we listen: a pause, or a page
 * that was frozen, takes no width on it, and the wall clock is anchored anew behind it.
 */
export class SlotClock {
  /** The first slot that must wait, because what it holds is not known yet. */
  limit = Infinity;
  #offset: Seconds;
  #next = 0;
  #anchors: WallAnchor[] = [];

  /** @param audioStart the audio time at which slot 0 begins */
  constructor(audioStart: Seconds, wall: EpochMs) {
    this.#offset = audioStart;
    this.#anchors.push({ score: 0, wall });
  }

  /** Goes on at another slot, which begins at an audio time. */
  jump(slot: number, audioStart: Seconds, wall: EpochMs): void {
    this.#next = slot;
    this.#offset = audioStart - slotTime(slot);
    this.#anchors = [{ score: slotTime(slot), wall }];
  }

  /** The first slot that was not handed out yet. */
  get next(): number {
    return this.#next;
  }

  /** The audio time of a score time. */
  audioAt(score: Seconds): Seconds {
    return this.#offset + score;
  }

  /** The score time of an audio time. */
  scoreAt(audio: Seconds): Seconds {
    return audio - this.#offset;
  }

  /** The wall clock at a score time. */
  wallAt(score: Seconds): EpochMs {
    let found = this.#anchors[0] as WallAnchor;
    for (const anchor of this.#anchors) if (anchor.score <= score) found = anchor;
    return found.wall + (score - found.score) * 1_000;
  }

  /**
   * Hands out every slot that begins before `audio + lookahead`, each once and in order, up to the limit.
   * After a freeze of more than a second, or a wait as long, the score goes on from now.
   */
  *due(audio: Seconds, lookahead: Seconds, wall: EpochMs): Generator<number> {
    const late = audio - this.audioAt(slotTime(this.#next));
    if (late > LATE_SECONDS) this.#offset += Math.ceil(late / SLOT_SECONDS) * SLOT_SECONDS;
    this.#followWall(audio, wall);
    const isDue = () => this.audioAt(slotTime(this.#next)) < audio + lookahead;
    while (this.#next < this.limit && isDue()) yield this.#next++;
  }

  #followWall(audio: Seconds, wall: EpochMs): void {
    const score = this.scoreAt(audio);
    if (Math.abs(this.wallAt(score) - wall) > WALL_DRIFT_MS) this.#anchors.push({ score, wall });
  }
}
