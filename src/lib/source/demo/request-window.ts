interface Answered {
  readonly atMs: number;
  readonly failed: boolean;
  readonly latencyMs: number;
}

/** The requests of the recent past, from which alarms and scaling decide. */
export class RequestWindow {
  readonly #lengthMs: number;
  /** In order of time. */
  readonly #answered: Answered[] = [];

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  add(atMs: number, failed: boolean, latencyMs: number): void {
    this.#answered.push({ atMs, failed, latencyMs });
    this.#recent(atMs);
  }

  /** Requests a second. */
  rate(nowMs: number): number {
    return (this.#recent(nowMs).length * 1000) / this.#lengthMs;
  }

  failures(nowMs: number): number {
    return this.#recent(nowMs).filter(({ failed }) => failed).length;
  }

  /** The latency that nine requests in ten stay under; 0 without requests. */
  p90LatencyMs(nowMs: number): number {
    const sorted = this.#recent(nowMs)
      .map(({ latencyMs }) => latencyMs)
      .sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  }

  #recent(nowMs: number): readonly Answered[] {
    const isOld = ({ atMs }: Answered) => atMs <= nowMs - this.#lengthMs;
    const old = this.#answered.findIndex((answered) => !isOld(answered));
    this.#answered.splice(0, old === -1 ? this.#answered.length : old);
    return this.#answered;
  }
}
