import type { SmokeReport } from './smoke-report';

interface Leftover {
  readonly name: string;
  remove(): Promise<void>;
}

/** What a run made and must take away again, the newest first. */
export class Leftovers {
  readonly #made: Leftover[] = [];

  add(name: string, remove: () => Promise<void>): void {
    this.#made.push({ name, remove });
  }

  /** Forgets what is gone already. */
  gone(name: string): void {
    const place = this.#made.findLastIndex((leftover) => leftover.name === name);
    if (place >= 0) this.#made.splice(place, 1);
  }

  /** Takes everything away, each whether or not the others could be. */
  async remove(report: SmokeReport): Promise<void> {
    for (const { name, remove } of this.#made.splice(0).reverse())
      await report.check(`clean up: ${name}`, async () => {
        await remove();
        return { value: null, detail: 'gone' };
      });
  }

  /** What is left, in words. */
  get names(): readonly string[] {
    return this.#made.map(({ name }) => name);
  }
}
