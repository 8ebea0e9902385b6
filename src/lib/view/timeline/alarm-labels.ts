import { fitText, type Measure } from './fit-text';
import type { Pixels } from './layout';

/** An alarm to be named. */
export interface NamedAlarm {
  /** Where its bracket begins; it may lie left of the score. */
  readonly start: Pixels;
  readonly name: string;
  /** How long it stands, in words; empty where there is no room for it. */
  readonly length: string;
}

/** From its left edge to its right. */
export interface Extent {
  readonly left: Pixels;
  readonly right: Pixels;
}

/** A row for labels, from 0 to its right end, with what stands in it already. */
export interface LabelRow {
  readonly right: Pixels;
  readonly taken: readonly Extent[];
}

/** A name in its place: strong words, then dim ones. */
export interface AlarmLabel extends Extent {
  /** Counted from 0, in the order the rows were given. */
  readonly row: number;
  readonly strong: string;
  readonly dim: string;
}

/** Room for the cross before the words, between strong and dim words, and after them. */
export const LABEL_LEAD: Pixels = 25;
export const LABEL_GAP: Pixels = 4;
const LABEL_TAIL: Pixels = 8;

type Words = Pick<AlarmLabel, 'strong' | 'dim'>;

function widthOf({ strong, dim }: Words, measure: Measure): Pixels {
  const rest = dim === '' ? 0 : LABEL_GAP + measure(dim, 400);
  return LABEL_LEAD + measure(strong, 500) + rest + LABEL_TAIL;
}

/** What a label may say, the fullest first. Only a name wider than the whole row is cut. */
function wordings(alarm: NamedAlarm, more: number, row: LabelRow, measure: Measure): Words[] {
  const { name, length } = alarm;
  const dim = more > 0 ? `and ${more} more` : '';
  const full: Words[] =
    more > 0
      ? [{ strong: name, dim }]
      : [
          { strong: `${name} in ALARM`, dim: length },
          { strong: `${name} in ALARM`, dim: '' },
        ];
  const fitting = full.filter((words) => widthOf(words, measure) <= row.right);
  if (fitting.length > 0) return fitting;
  const strong = fitText(name, row.right - widthOf({ strong: '', dim }, measure), (text) =>
    measure(text, 500),
  );
  return strong === null ? [] : [{ strong, dim }];
}

/** A label begins with its bracket, or further left where it would not end inside the row. */
function extentOf(start: Pixels, width: Pixels, row: LabelRow): Extent {
  const left = Math.max(0, Math.min(start, row.right - width));
  return { left, right: left + width };
}

function overlaps(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}

/** One attempt at naming the alarms that are not yet counted under another. */
class Attempt {
  readonly placed = new Map<NamedAlarm, AlarmLabel>();
  readonly #rows: readonly LabelRow[];
  readonly #measure: Measure;

  constructor(rows: readonly LabelRow[], measure: Measure) {
    this.#rows = rows;
    this.#measure = measure;
  }

  /** Names an alarm in the first row that has room; tells whether one had. */
  place(alarm: NamedAlarm, more: number): boolean {
    const label = this.#candidates(alarm, more).find((each) => this.#isFree(each));
    if (label) this.placed.set(alarm, label);
    return label !== undefined;
  }

  /** The alarm whose label stands where another's would. */
  hostOf(alarm: NamedAlarm): NamedAlarm | undefined {
    const wanted = this.#candidates(alarm, 0);
    const hosts = [...this.placed];
    const host = hosts.find(([, label]) => wanted.some((each) => isInTheWay(label, each)));
    return (host ?? hosts[0])?.[0];
  }

  /** Fuller words in a further row come before shorter ones in a nearer row. */
  #candidates(alarm: NamedAlarm, more: number): AlarmLabel[] {
    const found = this.#rows.flatMap((row, index) =>
      wordings(alarm, more, row, this.#measure).map((words, rank) => {
        const extent = extentOf(alarm.start, widthOf(words, this.#measure), row);
        return { rank, label: { ...words, ...extent, row: index } };
      }),
    );
    return found.sort((a, b) => a.rank - b.rank).map(({ label }) => label);
  }

  #isFree(label: AlarmLabel): boolean {
    const taken = this.#rows[label.row]?.taken ?? [];
    if (taken.some((each) => overlaps(each, label))) return false;
    return ![...this.placed.values()].some((each) => isInTheWay(each, label));
  }
}

function isInTheWay(label: AlarmLabel, other: AlarmLabel): boolean {
  return label.row === other.row && overlaps(label, other);
}

function countUnder(host: NamedAlarm, under: ReadonlyMap<NamedAlarm, NamedAlarm>): number {
  let count = 0;
  for (const [alarm, its] of under) if (its === host) count += 1 + countUnder(alarm, under);
  return count;
}

/**
 * Where the names of alarms stand. Names that would overlap take the next row; where that is full too, the alarm is
 * counted in the name of the one in its way: "checkout-api-latency and 1 more".
 *
 * @param alarms the one that must be named first
 * @param rows the one that is wanted most first
 */
export function placeAlarmLabels(
  alarms: readonly NamedAlarm[],
  rows: readonly LabelRow[],
  measure: Measure,
): readonly AlarmLabel[] {
  const under = new Map<NamedAlarm, NamedAlarm>();
  for (;;) {
    const attempt = new Attempt(rows, measure);
    const open = alarms.filter((alarm) => !under.has(alarm));
    const homeless = open.filter((alarm) => !attempt.place(alarm, countUnder(alarm, under)));
    const hosted = homeless.flatMap((alarm) => {
      const host = attempt.hostOf(alarm);
      return host ? [{ alarm, host }] : [];
    });
    if (hosted.length === 0) return [...attempt.placed.values()];
    for (const { alarm, host } of hosted) under.set(alarm, host);
  }
}
