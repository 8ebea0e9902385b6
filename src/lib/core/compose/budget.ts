import { clamp, toMicro } from './rounding';
import { SLOT_SECONDS } from './slot';

/** How many routine notes may still sound: buckets that fill with time. Notes that never wait may overdraw them. */
export interface Budget {
  readonly tonal: number;
  readonly percussion: number;
}

const TONAL = { perSecond: 10, bucket: 6, perSlot: 3 } as const;
const PERCUSSION = { perSecond: 13, bucket: 8, perSlot: 4 } as const;

export const INITIAL_BUDGET: Budget = { tonal: TONAL.bucket, percussion: PERCUSSION.bucket };

/** The budget one slot on. */
export function refill(budget: Budget): Budget {
  return {
    tonal: filled(budget.tonal, TONAL),
    percussion: filled(budget.percussion, PERCUSSION),
  };
}

function filled(level: number, { perSecond, bucket }: { perSecond: number; bucket: number }) {
  return toMicro(clamp(level + perSecond * SLOT_SECONDS, -bucket, bucket));
}

/** How many tonal notes and drum strokes may begin in this slot. */
export function roomIn(budget: Budget): { tonal: number; percussion: number } {
  return {
    tonal: clamp(Math.floor(budget.tonal), 0, TONAL.perSlot),
    percussion: clamp(Math.floor(budget.percussion), 0, PERCUSSION.perSlot),
  };
}

/** The budget after notes were played. */
export function spend(budget: Budget, tonal: number, percussion: number): Budget {
  return {
    tonal: toMicro(budget.tonal - tonal),
    percussion: toMicro(budget.percussion - percussion),
  };
}
