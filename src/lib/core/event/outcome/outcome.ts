import type { JsonObject, Outcome } from '../aws-event';
import { fieldOf, isObject } from '../json-field';
import { FAMILY_RULES } from './family-rules';
import { GENERAL_RULES } from './general-rules';
import { graver, type Verdict } from './verdict';

const NO_DETAIL: JsonObject = {};

/**
 * What an event says of the thing it reports, and the path of the field that decided. The rule of its detail-type
 * decides where there is one; else the gravest of what any of its fields tell. Nothing tells: neutral, null.
 */
export function outcomeOf(envelope: JsonObject): { outcome: Outcome; field: string | null } {
  const detail = fieldOf(envelope, 'detail');
  const verdict = judge(envelope, isObject(detail) ? detail : NO_DETAIL);
  return verdict ?? { outcome: 'neutral', field: null };
}

function judge(envelope: JsonObject, detail: JsonObject): Verdict | null {
  const detailType = fieldOf(envelope, 'detail-type');
  const own = typeof detailType === 'string' ? FAMILY_RULES.get(detailType) : undefined;
  if (own !== undefined) return own(envelope, detail);
  let worst: Verdict | null = null;
  for (const rule of GENERAL_RULES) worst = graver(worst, rule(envelope, detail));
  return worst;
}
