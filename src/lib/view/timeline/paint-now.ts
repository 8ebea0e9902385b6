import { hasSound } from '../sound-state';
import { timeWords } from '../words/recorded';
import { setFont, xOf, type Frame } from './frame';
import { lanesBottom, markY, type Pixels } from './layout';
import { isUnknownNow } from './paint-unknown';
import { isSameMark } from '$lib/core/timeline/neighbour';
import { placeInLane } from '$lib/core/timeline/lane-place';
import type { Mark } from '$lib/core/timeline/mark';

/** A dark tab with words, centred on a point but kept inside the score. */
function tab(frame: Frame, words: string, centre: Pixels, top: Pixels): void {
  const { pen, palette, layout } = frame;
  setFont(frame, 11, 600);
  const width = Math.round(pen.measureText(words).width + 14);
  const left = Math.min(Math.round(centre - width / 2), layout.width - width - 2);
  pen.fillStyle = palette.ink;
  pen.beginPath();
  pen.roundRect(left, top, width, 20, 3);
  pen.fill();
  pen.fillStyle = palette.onInk;
  pen.textAlign = 'center';
  pen.fillText(words, left + width / 2, top + 14);
}

/** The line between heard and not heard; dashed while we do not know what happens. */
export function paintNow(frame: Frame): void {
  if (!frame.following) return;
  const { pen, palette, layout, listening } = frame;
  const isGhost = isUnknownNow(frame) || listening.link.connection === 'connecting';
  const bottom = lanesBottom(layout);
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.5;
  pen.setLineDash(isGhost ? [3, 4] : []);
  pen.beginPath();
  pen.moveTo(layout.nowX, 22);
  pen.lineTo(layout.nowX, bottom + 4);
  pen.stroke();
  pen.setLineDash([]);
  const time = timeWords(listening, frame.now);
  const words = listening.player ? time : `now ${time}`;
  tab(frame, layout.compact ? 'now' : words, layout.nowX, 3);
  const isElsewhere = listening.soundIn === 'another-tab';
  const isSilent = !hasSound(listening.sound) || listening.soundOff || isElsewhere;
  if (isSilent) tab(frame, 'no sound', layout.nowX - 40, bottom - 26);
}

function circleAt(frame: Frame, mark: Mark, radius: Pixels): void {
  const y = markY(frame.layout, mark.lane, placeInLane(mark.voice, mark.midi));
  frame.pen.beginPath();
  frame.pen.arc(xOf(frame, mark.at), y, radius, 0, 2 * Math.PI);
  frame.pen.stroke();
}

/** The ring around the chosen mark, and a thinner one under the pointer. */
export function paintSelection(frame: Frame): void {
  const { pen, palette, selected, hovered } = frame;
  pen.strokeStyle = palette.ink;
  if (selected) {
    pen.lineWidth = 2;
    circleAt(frame, selected, frame.layout.compact ? 11 : 13);
  }
  if (hovered && !(selected && isSameMark(hovered, selected))) {
    pen.lineWidth = 1;
    circleAt(frame, hovered, 11);
  }
}
