import type { Note } from '$lib/core/score/note';

/** Seconds on the clock of the audio hardware, which no hidden tab throttles. */
export type AudioTime = number;

/** What the session needs of whatever makes sound. */
export interface AudioOutput {
  /** Starts or resumes the sound; call it inside a click. Resolves when the clock runs. */
  start(): Promise<void>;
  /** Stops the clock and everything that sounds, with a short fade. */
  suspend(): Promise<void>;
  readonly running: boolean;
  now(): AudioTime;
  /** From the audio clock to the loudspeaker. */
  readonly latencySeconds: number;
  /** Calls the listener about every 25 ms from the audio thread's own pace, hidden tab or not. Returns its end. */
  onTick(listener: (now: AudioTime) => void): () => void;
  /** Calls the listener when the browser or the machine stopped the sound, not we. Returns its end. */
  onInterrupted(listener: () => void): () => void;
  /** Schedules one note; `at` may lie up to a second ahead. */
  play(note: Note, at: AudioTime): void;
  /** 0 (silent) to 1 (full), as a slider shows it; the curve is the output's own. */
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** Ends everything and frees the hardware. */
  close(): Promise<void>;
}
