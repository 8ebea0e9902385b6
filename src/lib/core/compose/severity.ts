import { type Alarms, stepAlarms } from './alarm';
import type { Degree } from './chord';
import { type Deploys, stepDeploys } from './deploy';
import { type Errors, stepErrors } from './error';
import type { Figure } from './figure';
import type { Hearing } from './hearing';
import type { Setting } from './setting';
import type { Settled } from './slot';

/** The part of the state that belongs to news which interrupts. */
export interface Severity {
  readonly alarms: Alarms;
  readonly errors: Errors;
  readonly deploys: Deploys;
}

/** What the news that interrupts gave in one slot. */
export interface SeverityStep extends Severity {
  readonly figures: readonly Figure[];
  readonly settled: readonly Settled[];
  /** Degrees for the next half bars; an error's go before an OK's, and that before a deploy's. */
  readonly force: readonly Degree[] | null;
}

/** Places alarms, errors and deploys, before any routine note and outside its budget. */
export function stepSeverity(
  before: Severity,
  hearing: Hearing,
  bad: number,
  setting: Setting,
): SeverityStep {
  const alarms = stepAlarms(before.alarms, hearing.alarms, setting);
  const errors = stepErrors(before.errors, hearing.errors, bad, setting);
  const deploys = stepDeploys(before.deploys, hearing.deploys, setting);
  return {
    alarms: alarms.state,
    errors: errors.state,
    deploys: deploys.state,
    figures: [...alarms.figures, ...errors.figures, ...deploys.figures],
    settled: [...alarms.settled, ...errors.settled, ...deploys.settled],
    force: errors.force ?? alarms.force ?? deploys.force,
  };
}
