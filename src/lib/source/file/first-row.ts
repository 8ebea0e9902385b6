/** The first of ascending slots' rows that is not before a slot; as many as there are where all are. */
export function firstRow(slots: Uint32Array, slot: number): number {
  let from = 0;
  let to = slots.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((slots[middle] ?? 0) < slot) from = middle + 1;
    else to = middle;
  }
  return from;
}
