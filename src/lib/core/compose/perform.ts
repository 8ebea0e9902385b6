import type { AwsEvent } from '../event/aws-event';
import { cueOf } from '../mapping/cue-of';
import type { Cue } from '../mapping/cue';
import { type Mapping, matchRule, mutedBecause } from '../mapping/mapping';
import type { LinkChange } from '../score/journal';
import type { Score } from '../score/score';
import { ScoreRecorder } from '../score/score-recorder';
import { compose, type ComposerState, initialState } from './composer';
import { playOut } from './play-out';
import type { Link, Step } from './slot';

/** An event and the slot in which it is heard. */
export interface HeardEvent {
  readonly event: AwsEvent;
  readonly slot: number;
  /** Whether it was heard before the programme began, and is a duplicate. */
  readonly wasHeard?: boolean;
  /** Why it was passed over, unheard; absent where it is heard. */
  readonly passed?: string;
  /** The message body it came from, where bodies are told apart. */
  readonly body?: number;
}

/** A body, or a part of one, that held no event. */
export interface UnreadBody {
  readonly index: number;
  readonly reason: string;
}

export interface Programme {
  readonly mapping: Mapping;
  readonly seed: number;
  /** In any order. */
  readonly heard: readonly HeardEvent[];
  readonly unreadable?: readonly UnreadBody[];
  /** In the order of their slots. */
  readonly links?: readonly LinkChange[];
}

/** Plays a whole programme without a clock, from match to compose, and gives its Score. */
export function perform(programme: Programme): Score {
  const recorder = new ScoreRecorder(programme);
  const cues = takeIn(programme, recorder);
  for (const { index, reason } of programme.unreadable ?? []) recorder.unreadable(reason, index);
  const last = [...cues.keys()].reduce((latest, slot) => Math.max(latest, slot), -1);
  let state = initialState(programme.seed);
  const play = (slot: number) => {
    const link = linkAt(programme.links ?? [], slot);
    const step = compose(state, { index: slot, cues: cues.get(slot) ?? [], link });
    write(recorder, step);
    state = step.state;
  };
  for (let slot = 0; slot <= last; slot += 1) play(slot);
  if (last >= 0) playOut(() => state, play);
  return recorder.score();
}

/** The cues by slot. Events go into the books on the way; of equal ids the first is played. */
function takeIn({ heard, mapping }: Programme, recorder: ScoreRecorder): Map<number, Cue[]> {
  const cues = new Map<number, Cue[]>();
  const ids = new Set<string>();
  for (const { event, slot, body, wasHeard, passed } of heard) {
    const rule = matchRule(mapping, event)?.rule ?? null;
    if (wasHeard || ids.has(event.id)) {
      recorder.duplicate(event, rule?.id ?? null, body);
      continue;
    }
    ids.add(event.id);
    recorder.add(event, rule?.id ?? null, body);
    if (passed !== undefined) {
      recorder.settle(event.id, 'suppressed', passed);
      continue;
    }
    const muted = mutedBecause(mapping, rule);
    if (muted !== null) {
      recorder.settle(event.id, 'muted', muted);
      continue;
    }
    const cue = cueOf(event, rule);
    const together = cues.get(slot);
    if (together) together.push(cue);
    else cues.set(slot, [cue]);
  }
  return cues;
}

function write(recorder: ScoreRecorder, { notes, settled }: Step<ComposerState>): void {
  for (const { id, disposition, reason } of settled) recorder.settle(id, disposition, reason);
  for (const note of notes) recorder.sound(note);
}

/** The link that is in force in a slot. */
export function linkAt(links: readonly LinkChange[], slot: number): Link {
  return links.findLast((change) => change.slot <= slot)?.link ?? 'up';
}
