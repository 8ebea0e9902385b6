import type { AwsEvent, Outcome } from '../event/aws-event';
import type { Interrupt } from '../mapping/cue';
import { cueOf } from '../mapping/cue-of';
import { type Mapping, matchRule } from '../mapping/mapping';
import type { Rule } from '../mapping/rule';
import type { Heard } from './redact';

/**
 * What a page with this mapping hears of an event: whom it is about, and as what news. Where a rule itself says
 * whether its events are good or bad news, that is the outcome that listeners are told, because they have no detail to
 * see it by: bad news that interrupts fully or to some degree is an error, other bad news a warning.
 */
export function heardAs(mapping: Mapping, event: AwsEvent): Heard {
  const rule = matchRule(mapping, event)?.rule ?? null;
  return { outcome: outcomeByRule(rule, event.outcome), key: cueOf(event, rule).key };
}

/** The outcome that stands for bad news of a rule, by how much it interrupts. */
export function badOutcome(interrupt: Interrupt): 'error' | 'warning' {
  return interrupt === 'fully' || interrupt === 'some' ? 'error' : 'warning';
}

function outcomeByRule(rule: Rule | null, told: Outcome): Outcome {
  if (rule === null || rule.news === 'by-outcome') return told;
  if (rule.news === 'bad') return badOutcome(rule.interrupt);
  return rule.news === 'good' ? 'success' : 'neutral';
}
