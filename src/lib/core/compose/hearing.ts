import type { Cue } from '../mapping/cue';
import type { News } from './mood';

/** One slot's cues by the way they are told. Those that only interrupt a line stay among the routine. */
export interface Hearing {
  readonly alarms: readonly Cue[];
  readonly errors: readonly Cue[];
  readonly deploys: readonly Cue[];
  readonly warnings: readonly Cue[];
  /** Plain cues and warnings, in their order. */
  readonly routine: readonly Cue[];
}

/** Sorts a slot's cues. Alarms and their OKs keep their order among each other. */
export function hear(cues: readonly Cue[]): Hearing {
  const alarms: Cue[] = [];
  const errors: Cue[] = [];
  const deploys: Cue[] = [];
  const warnings: Cue[] = [];
  const routine: Cue[] = [];
  for (const cue of cues) {
    if (cue.figure === 'alarm' || cue.figure === 'alarm-ok') alarms.push(cue);
    else if (cue.figure === 'error') errors.push(cue);
    else if (cue.figure === 'deploy') deploys.push(cue);
    else routine.push(cue);
    if (cue.figure === 'warning') warnings.push(cue);
  }
  return { alarms, errors, deploys, warnings, routine };
}

/** What a slot's cues do to the mood. */
export function newsOf({ alarms, errors, deploys, warnings, routine }: Hearing): News {
  const good = (cue: Cue) => cue.news === 'good';
  return {
    errors: errors.length,
    warnings: warnings.length,
    successes: routine.filter(good).length + alarms.filter(good).length,
    deploys: deploys.length,
  };
}
