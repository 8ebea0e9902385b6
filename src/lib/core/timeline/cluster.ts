import type { Family } from '../event/family';
import type { Seconds } from '../score/note';
import { placeInLane, type Place } from './lane-place';
import type { Mark, Shape } from './mark';
import type { MarkWindow } from './mark-window';

/** What is drawn as one: a mark, or several of one lane and shape that would lie on each other. */
export interface Cluster {
  readonly lane: Family;
  readonly shape: Shape;
  /** Made no sound of its own: muted or unreadable. */
  readonly hollow: boolean;
  /** The loudest mark, which stands for the others. */
  readonly mark: Mark;
  readonly at: Seconds;
  /** When the longest of them ends. */
  readonly end: Seconds;
  readonly place: Place;
  readonly marks: number;
  readonly events: number;
}

/** How coarse the drawing is. Marks of one bin and one row of a lane would overlap. */
export interface Grain {
  readonly binSeconds: Seconds;
  /** Rows a lane is tall. */
  readonly rows: number;
}

/** Suppressed and duplicate events are counted, never drawn. */
function isDrawn(mark: Mark): boolean {
  return mark.disposition !== 'suppressed' && mark.disposition !== 'duplicate';
}

function isHollow(mark: Mark): boolean {
  return mark.disposition === 'muted' || mark.disposition === 'unreadable';
}

function alone(mark: Mark, place: Place): Cluster {
  return {
    lane: mark.lane,
    shape: mark.shape,
    hollow: isHollow(mark),
    mark,
    at: mark.at,
    end: mark.at + mark.duration,
    place,
    marks: 1,
    events: mark.events.length,
  };
}

function joined(cluster: Cluster, mark: Mark, place: Place): Cluster {
  const louder = mark.velocity > cluster.mark.velocity;
  return {
    ...cluster,
    mark: louder ? mark : cluster.mark,
    at: louder ? mark.at : cluster.at,
    place: louder ? place : cluster.place,
    end: Math.max(cluster.end, mark.at + mark.duration),
    marks: cluster.marks + 1,
    events: cluster.events + mark.events.length,
  };
}

/**
 * The clusters of one bin, `[bin · binSeconds, (bin + 1) · binSeconds)`. A shape is part of what makes a
 * cluster, so bad news never disappears among good.
 */
export function clusterBin(marks: MarkWindow, bin: number, grain: Grain): Cluster[] {
  const found = new Map<string, Cluster>();
  const end = (bin + 1) * grain.binSeconds;
  for (let index = marks.firstFrom(bin * grain.binSeconds); index < marks.length; index++) {
    const mark = marks.at(index);
    if (mark.at >= end) break;
    if (!isDrawn(mark)) continue;
    const place = placeInLane(mark.voice, mark.midi);
    const row = Math.floor(place * grain.rows);
    const key = `${mark.lane} ${mark.shape} ${row} ${isHollow(mark) ? mark.disposition : 'played'}`;
    const cluster = found.get(key);
    found.set(key, cluster ? joined(cluster, mark, place) : alone(mark, place));
  }
  return [...found.values()];
}
