import type {
  Annotation,
  LinkStatus,
  Listening,
  LostCause,
  Mood,
  Sound,
} from '$lib/session/listening';
import type { Face } from './faces';

const LOST: Readonly<Record<LostCause, Face>> = {
  offline: 'offline',
  unreachable: 'lost',
  throttled: 'slowed',
  credentials: 'locked',
  denied: 'locked',
  'queue-missing': 'puzzled',
  'clock-skew': 'puzzled',
  'share-expired': 'locked',
  'share-revoked': 'locked',
  'share-full': 'locked',
  'share-unknown': 'puzzled',
  'owner-away': 'lost',
};

const MOODS: Readonly<Record<Mood['word'], Face>> = {
  glad: 'listening',
  content: 'content',
  settling: 'settling',
  tense: 'uneasy',
  alarmed: 'alarmed',
};

const WORDS: Partial<Record<Face, string>> = {
  listening: 'The creature hums along',
  content: 'The creature smiles and hums',
  settling: 'The creature has its eyes open again and is humming',
  uneasy: 'The creature is uneasy',
  alarmed: 'The creature looks up, alarmed',
  asleep: 'The creature is asleep',
  twin: 'The creature looks at its twin',
};

/** Whether an alarm has not gone back to OK. */
export function hasOpenAlarm(annotations: readonly Annotation[]): boolean {
  return annotations.some(({ kind, to }) => kind === 'alarm' && to === null);
}

/**
 * The face for the state of things: what we do not know comes before how the account feels, and while an alarm
 * stands it is uneasy at best.
 */
export function faceOf(
  link: Pick<LinkStatus, 'connection' | 'cause' | 'lastEventAt'>,
  sound: Sound,
  word: Mood['word'],
  hasAlarm = false,
): Face {
  if (sound === 'unsupported') return 'puzzled';
  if (link.connection === 'lost') return link.cause ? LOST[link.cause] : 'lost';
  if (sound === 'asleep') return 'muted';
  if (link.connection === 'connecting') return 'searching';
  if (link.connection === 'catching-up') return 'hurrying';
  if (word === 'alarmed' || word === 'tense') return MOODS[word];
  if (hasAlarm) return 'uneasy';
  if (link.connection === 'quiet') return 'asleep';
  return link.lastEventAt === null ? 'waiting' : MOODS[word];
}

/**
 * The face of a session: while another tab has the sound, it is followed by its twin; of a recording nothing is
 * waited for.
 */
export function faceNow(
  listening: Pick<Listening, 'link' | 'sound' | 'soundIn' | 'mood' | 'annotations' | 'player'>,
): Face {
  const { link, sound, soundIn, mood, annotations, player } = listening;
  if (soundIn === 'another-tab' && link.connection !== 'lost') return 'twin';
  const face = faceOf(link, sound, mood.word, hasOpenAlarm(annotations));
  return player && face === 'waiting' ? MOODS[mood.word] : face;
}

/** A face in words, for who cannot see it. */
export function faceWords(face: Face): string {
  return WORDS[face] ?? `The creature looks ${face}`;
}
