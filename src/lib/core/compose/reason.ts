import { SLOT_SECONDS } from './slot';
import type { Alarms } from './alarm';
import type { Hearing } from './hearing';

/** Something that moved the mood, and its slot. */
export interface Memory {
  readonly label: string;
  readonly slot: number;
}

/** The last news of each kind, by which the mood is explained. */
export interface Memories {
  readonly trouble: Memory | null;
  readonly cleared: Memory | null;
  readonly deploy: Memory | null;
}

export const NO_MEMORIES: Memories = { trouble: null, cleared: null, deploy: null };

const LONGEST_LABEL = 60;
const MOST_LABEL_WORDS = 5;
/** For how long a cleared alarm or a deploy, and for how long an error, is a reason. */
const GOOD_NEWS_SECONDS = 180;
const TROUBLE_SECONDS = 300;
const QUIET_EVENTS_PER_SECOND = 0.05;

/** The memories after a slot's cues. */
export function remember(memories: Memories, hearing: Hearing, slot: number): Memories {
  const newest = (label: string | undefined, before: Memory | null) =>
    label === undefined ? before : { label: label.slice(0, LONGEST_LABEL), slot };
  const cleared = hearing.alarms.findLast(({ figure }) => figure === 'alarm-ok');
  const trouble = hearing.errors.at(-1) ?? hearing.warnings.at(-1);
  return {
    trouble: newest(trouble?.label, memories.trouble),
    cleared: newest(cleared?.label, memories.cleared),
    deploy: newest(hearing.deploys.at(-1)?.label, memories.deploy),
  };
}

/** Why the mood is as it is, in at most twelve words. */
export function reasonFor(
  memories: Memories,
  alarms: Alarms,
  eventsPerSecond: number,
  index: number,
): string {
  const ago = ({ slot }: Memory) => elapsed(index - slot);
  const recent = (memory: Memory | null, seconds: number): memory is Memory =>
    memory !== null && (index - memory.slot) * SLOT_SECONDS < seconds;
  const { trouble, cleared, deploy } = memories;
  const newest = alarms.standing.at(-1);
  if (newest) return standingReason(newest.label, alarms.standing.length, index - newest.since);
  if (recent(cleared, GOOD_NEWS_SECONDS))
    return `The ${words(cleared.label)} alarm cleared ${ago(cleared)} ago.`;
  if (recent(trouble, TROUBLE_SECONDS))
    return `Latest trouble: ${words(trouble.label)}, ${ago(trouble)} ago.`;
  if (recent(deploy, GOOD_NEWS_SECONDS))
    return `Good news: ${words(deploy.label)}, ${ago(deploy)} ago.`;
  const life = eventsPerSecond < QUIET_EVENTS_PER_SECOND ? 'Quiet' : 'All well';
  return trouble
    ? `${life}; the last failure was ${ago(trouble)} ago.`
    : `${life}; nothing has failed yet.`;
}

function standingReason(label: string, count: number, slots: number): string {
  const since = `for ${elapsed(slots)}`;
  return count === 1
    ? `The ${words(label)} alarm has stood ${since}.`
    : `${String(count)} alarms, the newest ${words(label)} ${since}.`;
}

/** The first words of a label, without a closing "alarm" or full stop. */
function words(label: string): string {
  const all = label.split(/\s+/u).filter((word) => word !== '');
  const kept = all.slice(0, MOST_LABEL_WORDS).join(' ');
  return kept.replace(/ alarm$/iu, '').replace(/[.,;:]+$/u, '');
}

/** A time in words that a person reads at a glance: `42 s`, `12 min`, `3 h`. */
function elapsed(slots: number): string {
  const seconds = Math.round(slots * SLOT_SECONDS);
  if (seconds < 100) return `${String(seconds)} s`;
  if (seconds < 6000) return `${String(Math.round(seconds / 60))} min`;
  return `${String(Math.round(seconds / 3600))} h`;
}
