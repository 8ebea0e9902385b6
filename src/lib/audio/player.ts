import type { Note, Seconds } from '$lib/core/score/note';

/** Plays the notes of one voice. Times are on the context's clock. */
export interface Player {
  play(note: Note, at: Seconds): void;
  /** Does what has to be decided late, for what falls between `from` and `until`. */
  advance?(from: Seconds, until: Seconds): void;
}
