import type { LaneState } from '$lib/session/listening';

/** Whether a lane is heard: a solo anywhere silences every lane without one; else mute decides. */
export function isLaneSounding(lane: LaneState, lanes: readonly LaneState[]): boolean {
  return lanes.some(({ soloed }) => soloed) ? lane.soloed : !lane.muted;
}

/** Whether a lane sounded in the last minute. */
export function soundedLately({ voices }: LaneState): boolean {
  return voices !== '';
}
