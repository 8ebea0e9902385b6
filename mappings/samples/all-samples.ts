import { COMPUTE } from './compute';
import { DATA } from './data';
import { DELIVERY } from './delivery';
import { OPERATIONS } from './operations';
import type { Sample } from './sample';
import { SECURITY } from './security';
import { TRAFFIC } from './traffic';

/** Events for every rule of the default mapping. */
export const SAMPLES: readonly Sample[] = [
  ...OPERATIONS,
  ...DELIVERY,
  ...SECURITY,
  ...COMPUTE,
  ...DATA,
  ...TRAFFIC,
];
