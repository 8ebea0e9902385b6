import type { ComposerState } from '$lib/core/compose/composer-state';
import type { AwsEvent, EpochMs } from '$lib/core/event/aws-event';
import type { LinkChange } from '$lib/core/score/journal';
import type { Seconds } from '$lib/core/score/note';

/** How a recording is played. */
export interface Pace {
  /** How many times faster than it happened, 1 to 3,600; or so fast that it lasts three minutes, which may take more. */
  readonly speed: number | 'fit';
  /** Whether silences of more than ten seconds of music are shortened to that. */
  readonly skipSilences: boolean;
}

/** A part of a file that is no event. */
export interface UnreadableLine {
  /** The file's path in what was dropped. */
  readonly file: string;
  /** The line, or the record of a document that is all one line, counted from 1; null for a file as a whole. */
  readonly line: number | null;
  readonly reason: string;
  /** Its beginning, at most 200 characters. */
  readonly head: string;
}

/** What is known of a recording once it has been read. */
export interface RecordingFacts {
  /** The name of the file, or how many there are. */
  readonly title: string;
  readonly files: number;
  readonly events: number;
  /** The times of the first and the last event; of a journal, when they were heard. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Events that were there twice, by id, heard once; and those that were heard before a journal began. */
  readonly duplicates: number;
  readonly unreadable: {
    readonly count: number;
    /** The first 500. */
    readonly lines: readonly UnreadableLine[];
  };
  /** What the composer draws its chance from: a journal's own, where it is one, else what it was opened with. */
  readonly seed?: number;
  /**
   * Whether the whole of it is one journal of ours. At speed 1 with its silences it is heard in the slots, and with the
   * link, that it was heard with; at every other pace it is planned afresh.
   */
  readonly isJournal?: boolean;
}

/** How far the reading of files is. */
export interface ReadingProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly filesRead: number;
  readonly filesTotal: number;
  readonly events: number;
  /** null until it can be told. */
  readonly remainingSeconds: Seconds | null;
}

/** From this place in the music on, time runs at the plan's speed, until the next. */
export interface Anchor {
  readonly at: Seconds;
  readonly happened: EpochMs;
}

/** What a pace makes of a recording. */
export interface Plan {
  readonly pace: Pace;
  /** How many times faster than it happened. */
  readonly speed: number;
  /** How many slots the music has, its end played out; of more than 20,000 events or slots, perhaps a bar more or less. */
  readonly slots: number;
  /** In order; one at the start, and one after each silence that was shortened. */
  readonly anchors: readonly Anchor[];
  /** The whole in equal parts, at most 480: how many events there are in each, and how many of them are bad news. */
  readonly overview: readonly { readonly events: number; readonly bad: number }[];
  /** The changes of the link that a journal tells, where it is heard as it was; in the order of slots, up until the first. */
  readonly links?: readonly LinkChange[];
}

/** An event of a recording, where it stands and when it is heard. */
export interface RecordedEvent {
  readonly event: AwsEvent;
  readonly slot: number;
  /** Why it is left unheard, where a journal tells that it was passed over; at most 200 characters. */
  readonly passed?: string;
  readonly file: string;
  readonly line: number;
  /** How long its text is. */
  readonly characters: number;
}

/** Events that lie ready, in the order of their times, to be heard at a pace. Read once, then asked slot by slot. */
export interface Recording {
  readonly facts: RecordingFacts;
  /**
   * Makes a plan, which the next two calls follow.
   * @throws OutrunError when another plan is asked for before this one is made
   */
  plan(pace: Pace): Promise<Plan>;
  /** The events heard in the slots from `from` up to, but not with, `to`, in the order of slots. */
  read(from: number, to: number): Promise<readonly RecordedEvent[]>;
  /**
   * The composer's state at the beginning of a slot, as straight playing from the start would have it.
   * @throws OutrunError when another place or plan is asked for before this one is found
   */
  stateAt(slot: number): Promise<ComposerState>;
  close(): void;
}
