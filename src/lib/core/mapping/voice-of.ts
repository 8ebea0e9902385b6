import type { Family } from '../event/family';
import { familyOf } from '../event/family-of';
import { serviceOf } from '../event/service-of';
import type { Voice } from '../score/note';
import type { RuleVoice } from './rule';

/** The voice of a service that has none of its own, by its lane: mallet for compute, keys for data, glass for
 * identity and management, reed for the rest. */
const FAMILY_VOICES: Readonly<Record<Family, Voice>> = {
  compute: 'mallet',
  data: 'keys',
  storage: 'keys',
  identity: 'glass',
  alarms: 'glass',
  messaging: 'reed',
  edge: 'reed',
  delivery: 'reed',
};

/** The services with an instrument of their own. */
const SIGNATURE_VOICES = new Map<string, Voice>([
  ['lambda', 'pluck'],
  ['s3', 'piano'],
  ['dynamodb', 'kit'],
  ['ec2', 'bass'],
  ['apigateway', 'snare'],
]);

/** Voices that say how an event went; an event that does not go that way sounds in its service's own voice. */
const TELLING_VOICES: ReadonlySet<Voice> = new Set(['alarm', 'major', 'minor']);

/** The voice of an event that no rule gives one: its service picks the family. */
export function familyVoiceOf(source: string, detailType: string): Voice {
  return FAMILY_VOICES[familyOf(source, detailType)];
}

/** The voice in which an event sounds as routine: the rule's, unless that is kept for good or bad news. */
export function routineVoiceOf(voice: RuleVoice | null, source: string, detailType: string): Voice {
  return voice === null || TELLING_VOICES.has(voice) ? familyVoiceOf(source, detailType) : voice;
}

/** The name of the line of music: the service, and its voice where that is not the service's usual one. */
export function streamOf(source: string, detailType: string, voice: Voice): string {
  const service = serviceOf(source, detailType);
  const usual = SIGNATURE_VOICES.get(service) ?? familyVoiceOf(source, detailType);
  return voice === usual ? service : `${service}/${voice}`;
}
