import type { LinkReport } from '../event-source';

/** As many checks and misses as a listener is shown. */
const TICKS_KEPT = 24;

function isTick({ kind }: LinkReport): boolean {
  return kind === 'check' || kind === 'miss';
}

/** Whether two are the same in every field; several of a kind may be made in one millisecond. */
function isSame(report: LinkReport, other: LinkReport): boolean {
  const fields = new Map(Object.entries(other));
  return Object.entries(report).every(([name, value]) => fields.get(name) === value);
}

/** The reports that tell the present state: the newest 24 checks and misses, and the newest of every other kind. */
export class RecentReports {
  #reports: readonly LinkReport[] = [];

  /** In the order in which they were made. */
  get all(): readonly LinkReport[] {
    return this.#reports;
  }

  /** False when it is known already. */
  add(report: LinkReport): boolean {
    if (this.#reports.some((other) => isSame(report, other))) return false;
    const ticks = this.#reports.filter(isTick);
    const isStale = (other: LinkReport) =>
      isTick(report)
        ? ticks.length >= TICKS_KEPT && other === ticks[0]
        : other.kind === report.kind;
    this.#reports = [...this.#reports.filter((other) => !isStale(other)), report];
    return true;
  }
}
