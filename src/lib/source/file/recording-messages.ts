import type { ComposerState } from '$lib/core/compose/composer-state';
import type { Pace, Plan, ReadingProgress, RecordedEvent, RecordingFacts } from '../recording';
import type { DroppedFile } from './dropped-file';

/** What the page asks of the worker, each with its own number: first `add` some times, then `open` once. */
export type Request = { readonly number: number } & (
  | { readonly ask: 'add'; readonly files: readonly DroppedFile[] }
  | {
      readonly ask: 'open';
      /** A mapping file's parsed JSON. */
      readonly mapping: unknown;
      readonly seed: number;
    }
  | { readonly ask: 'plan'; readonly pace: Pace }
  | { readonly ask: 'read'; readonly from: number; readonly to: number }
  | { readonly ask: 'state-at'; readonly slot: number }
);

/** What each question is answered with. */
export interface Answers {
  /** How many files there are now. */
  readonly add: number;
  readonly open: RecordingFacts;
  readonly plan: Plan;
  readonly read: readonly RecordedEvent[];
  readonly 'state-at': ComposerState;
}

/** An error on its way to the page. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly resolution: string;
}

/** What the worker says. */
export type Response =
  | { readonly say: 'progress'; readonly progress: ReadingProgress }
  | { readonly say: 'answer'; readonly to: number; readonly answer: Answers[keyof Answers] }
  | { readonly say: 'failure'; readonly to: number; readonly failure: Failure };
