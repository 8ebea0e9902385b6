/** The eight lanes of the timeline, top to bottom; every event belongs to exactly one. */
export const FAMILIES = [
  'edge',
  'compute',
  'messaging',
  'data',
  'storage',
  'delivery',
  'alarms',
  'identity',
] as const;

export type Family = (typeof FAMILIES)[number];
