/**
 * Whether a step is an onset of the Euclidean rhythm E(onsets, steps) (Toussaint 2005), turned right by
 * `rotation` steps. `step` may be any integer.
 */
export function isEuclidOnset(
  onsets: number,
  steps: number,
  step: number,
  rotation: number,
): boolean {
  const place = (((step - rotation) % steps) + steps) % steps;
  return (place * onsets) % steps < onsets;
}
