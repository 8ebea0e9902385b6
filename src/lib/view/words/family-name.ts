import type { Family } from '$lib/core/event/family';

const NAMES: Readonly<Record<Family, { readonly full: string; readonly short: string }>> = {
  edge: { full: 'Edge and API', short: 'Edge' },
  compute: { full: 'Compute', short: 'Compute' },
  messaging: { full: 'Messaging', short: 'Messaging' },
  data: { full: 'Data', short: 'Data' },
  storage: { full: 'Storage', short: 'Storage' },
  delivery: { full: 'Delivery', short: 'Delivery' },
  alarms: { full: 'Alarms', short: 'Alarms' },
  identity: { full: 'Identity', short: 'Identity' },
};

/** A lane's name as its head shows it. */
export function familyName(family: Family): string {
  return NAMES[family].full;
}

/** A lane's name where room is short. */
export function shortFamilyName(family: Family): string {
  return NAMES[family].short;
}
