import type { AwsEvent, Outcome } from '../event/aws-event';
import { asText, valueAt } from '../event/json-field';
import { plainText } from '../event/plain-text';
import { redactedKind, titleOf } from '../event/title-of';
import type { Voice } from '../score/note';
import type { Cue, Figure, Interrupt, News } from './cue';
import { motionOf } from './motion-of';
import type { Rule } from './rule';
import { routineVoiceOf, streamOf } from './voice-of';

const MAX_LABEL_CHARS = 40;

/** What an outcome answers to the two questions of a rule. */
const ANSWERS: Readonly<Record<Outcome, { readonly news: News; readonly interrupt: Interrupt }>> = {
  success: { news: 'good', interrupt: 'not-at-all' },
  neutral: { news: 'neutral', interrupt: 'not-at-all' },
  warning: { news: 'bad', interrupt: 'a-little' },
  error: { news: 'bad', interrupt: 'fully' },
};

/** The voice that a figure sounds in; null for the event's routine voice. */
const FIGURE_VOICES: Readonly<Record<Figure, Voice | null>> = {
  plain: null,
  warning: null,
  error: 'minor',
  alarm: 'alarm',
  'alarm-ok': 'alarm',
  deploy: 'major',
};

/**
 * What the composer is told of an event. The rule answers for it; with `by-outcome`, or without a rule, the outcome
 * does: success is good, a warning bad news that interrupts a little, an error bad news that interrupts fully.
 */
export function cueOf(event: AwsEvent, rule: Rule | null): Cue {
  const { source, detailType } = event;
  const { news, interrupt } = answersOf(event.outcome, rule);
  const figure = figureOf(news, interrupt, rule, event.outcome);
  const routine = routineVoiceOf(rule?.voice ?? null, source, detailType);
  return {
    id: event.id,
    stream: streamOf(source, detailType, routine),
    key: keyOfCue(event, rule),
    voice: FIGURE_VOICES[figure] ?? routine,
    news,
    interrupt,
    figure,
    motion: motionOf(event),
    label: labelOf(event, figure),
  };
}

function answersOf(outcome: Outcome, rule: Rule | null): { news: News; interrupt: Interrupt } {
  const told = ANSWERS[outcome];
  if (rule === null) return told;
  if (rule.news !== 'by-outcome') return { news: rule.news, interrupt: rule.interrupt };
  if (told.news !== 'bad') return { news: told.news, interrupt: rule.interrupt };
  return told;
}

function figureOf(news: News, interrupt: Interrupt, rule: Rule | null, outcome: Outcome): Figure {
  const voice = rule?.voice ?? null;
  if (news === 'good') return goodFigure(voice);
  if (news === 'neutral') return 'plain';
  const deferred = rule?.news === 'by-outcome' && outcome === 'warning';
  if (voice === 'alarm' && !deferred) return 'alarm';
  return interrupt === 'some' || interrupt === 'fully' ? 'error' : 'warning';
}

function goodFigure(voice: Voice | null): Figure {
  if (voice === 'alarm') return 'alarm-ok';
  return voice === 'major' ? 'deploy' : 'plain';
}

function keyOfCue(event: AwsEvent, rule: Rule | null): string {
  if (rule?.key == null) return event.key;
  const value = valueAt(event.envelope, rule.key);
  return typeof value === 'number' ? String(value) : (asText(value) ?? event.key);
}

/** The mood's reason speaks of alarms by their name alone, and of redacted events by their kind. */
function labelOf(event: AwsEvent, figure: Figure): string {
  const alarm = figure === 'alarm' || figure === 'alarm-ok';
  const name = redactedKind(event) ?? (alarm ? event.key : titleOf(event));
  return plainText(name, MAX_LABEL_CHARS);
}
