import type { JsonObject, Outcome } from '../aws-event';

/** What one field tells of an event. */
export interface Verdict {
  readonly outcome: Outcome;
  /** The field's path, for example `detail.errorCode`. */
  readonly field: string;
}

/** Reads the outcome from one kind of field; null where it tells nothing. `detail` is empty when it is no object. */
export type OutcomeRule = (envelope: JsonObject, detail: JsonObject) => Verdict | null;

const SEVERITY: Readonly<Record<Outcome, number>> = {
  error: 3,
  warning: 2,
  success: 1,
  neutral: 0,
};

/** The graver of two verdicts; the first where they are equal. */
export function graver(one: Verdict | null, other: Verdict | null): Verdict | null {
  if (one === null || other === null) return one ?? other;
  return SEVERITY[other.outcome] > SEVERITY[one.outcome] ? other : one;
}

/** The gravest of several verdicts; the first among equals. */
export function gravest(verdicts: Iterable<Verdict | null>): Verdict | null {
  let worst: Verdict | null = null;
  for (const verdict of verdicts) worst = graver(worst, verdict);
  return worst;
}

/** A verdict where there is an outcome, else null. */
export function verdictOf(outcome: Outcome | null, field: string): Verdict | null {
  return outcome === null ? null : { outcome, field };
}
