import type { Plan } from '../recording';

const MOST_PARTS = 480;

/** The music in equal parts, and how many events, and how many of bad news, are heard in each. */
export function overviewOf(slots: Uint32Array, bad: Uint8Array, total: number): Plan['overview'] {
  const count = Math.min(MOST_PARTS, total);
  const parts = Array.from({ length: count }, () => ({ events: 0, bad: 0 }));
  for (let row = 0; row < slots.length; row += 1) {
    const place = Math.floor(((slots[row] ?? 0) * count) / total);
    const part = parts[Math.min(place, count - 1)];
    if (part === undefined) continue;
    part.events += 1;
    part.bad += bad[row] ?? 0;
  }
  return parts;
}
