import { SLOT_SECONDS } from '$lib/core/compose/slot';

const SLOTS_PER_BEAT = 4;

/** Beats a minute of the grid. */
export const TEMPO_BPM = Math.round(60 / (SLOT_SECONDS * SLOTS_PER_BEAT));
