import type { Annotation } from '$lib/session/listening';
import { placeAlarmLabels } from './alarm-labels';
import type { Frame } from './frame';
import type { Pixels } from './layout';
import { namedAlarms, paintAlarm, paintAlarmLabel } from './paint-alarms';
import { deployBoxes, paintDeploy } from './paint-deploys';
import { measureOf } from './paint-words';

/** The upper row gives way to the tab of the now line. */
function endOfUpperRow({ layout, following }: Frame): Pixels {
  if (!following) return layout.width;
  return layout.nowX - (layout.compact ? 26 : 56);
}

/** Alarms' names end here: what is beyond now has its own caption. */
function endOfHeard({ layout, following }: Frame): Pixels {
  return following ? layout.nowX - 2 : layout.width;
}

function isInView({ from, edge }: Frame, { from: start, to, kind }: Annotation): boolean {
  const end = kind === 'deploy' ? start : (to ?? edge);
  return end >= from && start <= edge;
}

/** Room kept free on both sides of a deploy's box. */
const AROUND_BOX: Pixels = 4;

/** Deploys above, alarm brackets below them, and the alarms' names where they can be read. */
export function paintAnnotations(frame: Frame): void {
  const measure = measureOf(frame);
  const seen = frame.listening.annotations.filter((each) => isInView(frame, each));
  const alarms = seen.filter(({ kind }) => kind === 'alarm');
  const deploys = seen.filter(({ kind }) => kind === 'deploy');
  const upper = endOfUpperRow(frame);
  const boxes = deployBoxes(frame, deploys, upper, measure);
  for (const alarm of alarms) paintAlarm(frame, alarm);
  for (const box of boxes) paintDeploy(frame, box);
  const taken = boxes.map(({ left, right }) => ({
    left: left - AROUND_BOX,
    right: right + AROUND_BOX,
  }));
  const rows = [
    { right: endOfHeard(frame), taken: [] },
    { right: upper, taken },
  ];
  for (const label of placeAlarmLabels(namedAlarms(frame, alarms), rows, measure))
    paintAlarmLabel(frame, label);
}
