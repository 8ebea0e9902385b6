import { initialState } from '$lib/core/compose/composer';
import { playOut } from '$lib/core/compose/play-out';
import { SilentPlay, type SilentScore } from './silent-play';

const MOST_ROWS = 20_000;
const MOST_SLOTS = 20_000;

/**
 * How many slots the music has, its end played out as `perform` does: exact where it has at most 20,000 events and
 * slots. Of a longer piece the last so many are composed afresh, which may give another bar than playing all of it.
 */
export async function endOfMusic(
  score: SilentScore,
  isMuted: (row: number) => boolean,
  seed: number,
  signal: AbortSignal,
): Promise<number> {
  const { slots } = score;
  let last = slots.length - 1;
  while (last >= 0 && isMuted(last)) last -= 1;
  const heard = slots.length === 0 ? 0 : (slots[slots.length - 1] ?? 0) + 1;
  if (last < 0) return heard;
  const lastSlot = slots[last] ?? 0;
  const fromRow = slots[Math.max(0, last - MOST_ROWS)] ?? 0;
  const from =
    last < MOST_ROWS && lastSlot < MOST_SLOTS ? 0 : Math.max(fromRow, lastSlot - MOST_SLOTS);
  const play = new SilentPlay(score, { ...initialState(seed), index: from });
  await play.playTo(lastSlot + 1, signal);
  playOut(
    () => play.state,
    () => play.playEmpty(),
  );
  return Math.max(play.state.index, heard);
}
