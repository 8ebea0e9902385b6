import type { JsonObject } from '../aws-event';
import { balancerLogLine, commonLogLine } from './access-log';
import { budgetNotice } from './budget-notice';
import { bucketLogLine, cloudFrontLogLine } from './edge-log';
import type { TextShape } from './shape';

/** Every shape of text that is no JSON. */
export const TEXT_SHAPES: readonly TextShape[] = [
  balancerLogLine,
  commonLogLine,
  cloudFrontLogLine,
  bucketLogLine,
  budgetNotice,
];

/** The event that a line of an access log tells of; null for any other text. */
export function accessLogLine(text: string): JsonObject | null {
  for (const shape of TEXT_SHAPES) {
    const found = shape(text);
    if (found !== null && 'envelope' in found) return found.envelope;
  }
  return null;
}
