import type { AwsEvent, EpochMs } from '$lib/core/event/aws-event';
import type { Family } from '$lib/core/event/family';
import type { Interrupt, News } from '$lib/core/mapping/cue';
import type { ScoreJournal } from '$lib/core/score/journal';
import type { Note, Seconds } from '$lib/core/score/note';
import type { Disposition, Score } from '$lib/core/score/score';
import type { Mark } from '$lib/core/timeline/mark';
import type { MarkWindow } from '$lib/core/timeline/mark-window';
import type { Cause, ShareCause } from '$lib/source/event-source';
import type { Pace, Plan, RecordingFacts } from '$lib/source/recording';
import type { SharedFacts } from './membership';

export type { Pace, Plan, ReadingProgress, RecordingFacts } from '$lib/source/recording';

/** The states that a listener must be able to tell apart. */
export type Connection =
  'connecting' | 'live' | 'quiet' | 'catching-up' | 'lost' | 'demo' | 'replay';

/** Why the connection to a queue is lost. */
export type QueueCause = Cause;

/** Why nothing is heard: of a share there are more reasons, which the listener's page has the words for. */
export type LostCause = QueueCause | ShareCause;

/** One tick of the heartbeat strip. */
export type Check = 'events' | 'full' | 'empty' | 'slowed' | 'missed';

export interface LinkStatus {
  readonly connection: Connection;
  readonly since: EpochMs;
  readonly lastCheckAt: EpochMs | null;
  readonly lastEventAt: EpochMs | null;
  /** Words for the last event: "an object was created". */
  readonly lastEventTitle: string | null;
  readonly checksSinceEvent: number;
  /** The newest checks, oldest first, at most 24. */
  readonly checks: readonly Check[];
  readonly cause: LostCause | null;
  /** The raw error code, shown in mono after the sentence. */
  readonly code: string | null;
  readonly nextTryAt: EpochMs | null;
  /** Messages that wait behind us, by the queue's own estimate. */
  readonly waiting: number | null;
  /** Why messages are heard but cannot be deleted, so that they come again; null while they can. */
  readonly deletion: { readonly cause: Cause; readonly code: string } | null;
  /** Which tab reads the queue: this one, or another that feeds this one. */
  readonly reader: 'this' | 'another';
}

/** The sound's own state, apart from the connection's. */
export type Sound = 'asleep' | 'starting' | 'playing' | 'paused' | 'unsupported';

export interface Counts {
  readonly heard: number;
  readonly notes: number;
  readonly aggregated: number;
  readonly suppressed: number;
  readonly muted: number;
  readonly duplicate: number;
  readonly unreadable: number;
}

/** Six modes and the words a listener reads for them. */
export interface Mood {
  /** 0 to 100. */
  readonly happiness: number;
  readonly word: 'alarmed' | 'tense' | 'settling' | 'content' | 'glad';
  /** At most twelve words, with a cause and a time. */
  readonly reason: string;
}

export interface Harmony {
  /** For example `D`. */
  readonly tonic: string;
  readonly mode: 'lydian' | 'ionian' | 'mixolydian' | 'dorian' | 'aeolian' | 'phrygian';
  /** Counted from 1. */
  readonly bar: number;
  /** 1 to 4. */
  readonly beat: number;
}

export interface LaneState {
  readonly family: Family;
  readonly muted: boolean;
  readonly soloed: boolean;
  /** Events in the last minute. */
  readonly perMinute: number;
  /** The voices heard in the last minute, by their everyday names: "pluck and bass". */
  readonly voices: string;
  /** 0 to 1; rises at once, the view lets it fall. */
  readonly level: number;
}

/** A stretch of the score with one key and mode, for the strip above the lanes. */
export interface HarmonySpan {
  readonly from: Seconds;
  /** null while it lasts. */
  readonly to: Seconds | null;
  readonly tonic: string;
  readonly mode: Harmony['mode'];
  readonly word: Mood['word'];
}

/** A deploy (an instant) or an alarm (an interval), drawn above the lanes. */
export interface Annotation {
  readonly kind: 'deploy' | 'alarm';
  readonly from: Seconds;
  /** The alarm's end; null while it lasts, and for a deploy. */
  readonly to: Seconds | null;
  readonly label: string;
  /** EventBridge's source of the event, for example `aws.codebuild`. */
  readonly source: string;
  readonly event: string;
}

/** A stretch of which we know nothing: hatched, never drawn as silence. */
export interface UnknownSpan {
  readonly from: Seconds;
  readonly to: Seconds | null;
}

/** Everything the inspector shows of one event. */
export interface Inspection {
  readonly event: AwsEvent;
  readonly title: string;
  readonly lane: Family;
  readonly news: News;
  readonly interrupt: Interrupt;
  readonly disposition: Disposition;
  readonly dispositionReason: string | null;
  /** null when no rule matched and the service's family decided. */
  readonly rule: {
    readonly id: string;
    readonly title: string;
    readonly place: number;
    readonly of: number;
  } | null;
  readonly notes: readonly Note[];
  readonly heardAt: EpochMs;
  /** The parts of the delay: from the event to the queue, in this tab, and until the slot. null where unknown. */
  readonly delay: {
    readonly toQueueSeconds: number | null;
    readonly inTabSeconds: number;
    readonly toSlotSeconds: number;
  };
}

export interface UnreadableEntry {
  readonly at: EpochMs;
  readonly reason: string;
  readonly head: string;
  /** Where it stands in a recording: the file, and the line where it is known. */
  readonly place?: { readonly file: string; readonly line: number | null };
}

/** What plays a recording: where it is in it, and how to get elsewhere. Fields are reactive. */
export interface Player {
  readonly facts: RecordingFacts;
  readonly pace: Pace;
  /** null until the first one is made; while another is made, the one before. */
  readonly plan: Plan | null;
  /** What is heard at this moment, from the start of the music. */
  readonly position: Seconds;
  readonly duration: Seconds;
  /** `preparing`: a plan is made, or a place is looked for, and nothing sounds meanwhile. */
  readonly state: 'preparing' | 'ready' | 'ended';
  /** When it happened what is heard at a position. */
  happenedAt(position: Seconds): EpochMs;
  /** Goes on, or stays paused, at another place; the music is the one that playing through would give there. */
  seek(to: Seconds): Promise<void>;
  /** Goes on with what was being heard, at another pace. */
  setPace(pace: Pace): Promise<void>;
}

/**
 * One listening session as the pages see it. Fields are reactive where Svelte reads them; `marks` is not
 * (it changes many times a second): the canvas reads it once a frame.
 */
export interface Listening {
  readonly title: string;
  readonly account: string | null;
  readonly startedAt: EpochMs | null;
  readonly sound: Sound;
  /** Why the session could not go on, in words; null while all is well. */
  readonly failure: { readonly message: string; readonly resolution: string } | null;
  /** Whether what was heard outlives the page. */
  readonly keeping: 'kept' | 'memory-only';
  /** How many messages of older sessions were dropped, because the browser's room for them is full. */
  readonly forgotten: number;
  readonly link: LinkStatus;
  readonly counts: Counts;
  /** From the newest event's own time to its sound; null before the first. */
  readonly lagSeconds: number | null;
  readonly mood: Mood;
  /** The happiness score, one sample a bar, oldest first, at most three hours. */
  readonly moodHistory: readonly { readonly at: Seconds; readonly happiness: number }[];
  readonly harmony: Harmony;
  readonly lanes: readonly LaneState[];
  readonly unreadable: readonly UnreadableEntry[];
  readonly volume: number;
  readonly soundOff: boolean;
  readonly quietMode: boolean;
  /** Whether it has ended for good: another took its place, or who listened has signed out. */
  readonly hasEnded: boolean;
  /** Which tab sounds, where several listen to one queue. */
  readonly soundIn: 'this-tab' | 'another-tab';
  /** Whether what waits in the queue is passed over, unheard, until we are at the present. */
  readonly isSkipping: boolean;
  /** null where something live is listened to. */
  readonly player: Player | null;
  /** null where no share is listened to, or its link has not been let in yet. */
  readonly shared: SharedFacts | null;

  /** Not reactive; read once a frame. */
  readonly marks: MarkWindow;
  readonly harmonySpans: readonly HarmonySpan[];
  readonly annotations: readonly Annotation[];
  readonly unknownSpans: readonly UnknownSpan[];
  /** The score time that is heard at this moment. */
  now(): Seconds;
  /** The wall clock at a score time; pauses take no width on the score. */
  wallAt(at: Seconds): EpochMs;

  /** Begins to listen, or goes on; call it inside a click. */
  play(): Promise<void>;
  pause(): Promise<void>;
  setVolume(volume: number): void;
  setSoundOff(off: boolean): void;
  /** Quiet mode: only news that interrupts is heard. */
  setQuietMode(on: boolean): void;
  setLaneMuted(lane: Family, muted: boolean): void;
  setLaneSoloed(lane: Family, soloed: boolean): void;
  /** null when the event has left the window. */
  inspect(eventId: string): Inspection | null;
  /** Plays the notes of an event again, now. */
  hear(mark: Mark): void;
  /** Ends the wait and tries the connection at once. */
  tryNow(): void;
  /** Takes the sound over from the tab that has it. */
  playHere(): void;
  /** Passes over what waits in the queue: kept and counted, but not heard. */
  skipToNow(): void;
  /** What was heard until now, with the events and the notes that they made. */
  score(): Score;
  /** Whether there is a journal of what was heard that can be saved. */
  readonly canSaveJournal: boolean;
  /** What was heard, body by body with its slots: opened as a file, it gives the same music again. */
  saveableJournal(): Promise<ScoreJournal>;
}
