import { synthesise } from '../../synth';
import { stage } from './stage';
import type { Judged } from './tables';
import { HOSTED, OWN } from './variants';
import { verdict } from './verdict';

/** Synthesises the two kinds of deployment and decides every cell of each; unchanged sources are synthesised once. */
export async function judge(): Promise<readonly [Judged, Judged]> {
  const hosted = stage(await synthesise(undefined, HOSTED), 'hosted');
  const own = stage(await synthesise(undefined, OWN), 'own');
  return [
    { name: 'hosted', stage: hosted, verdict: verdict(hosted, []) },
    { name: 'own, everything switched on', stage: own, verdict: verdict(own, ['own', 'taps']) },
  ];
}
