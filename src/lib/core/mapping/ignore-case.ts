/** The two ways to write one UTF-16 unit: one may be longer than the other, as in ß and SS. */
interface Folded {
  readonly lower: string;
  readonly upper: string;
}

/**
 * Compiles a text to be compared in any case. As in aws/event-ruler each unit of the pattern stands for its own lower
 * or upper case, so that the pattern `straße` takes `STRASSE`, and `strasse` does not take `STRAßE`.
 */
export class IgnoreCase {
  readonly #units: readonly Folded[];

  constructor(pattern: string) {
    this.#units = pattern
      .split('')
      .map((unit) => ({ lower: unit.toLowerCase(), upper: unit.toUpperCase() }));
  }

  equals(text: string): boolean {
    return this.#from(text) === text.length;
  }

  starts(text: string): boolean {
    return this.#from(text) >= 0;
  }

  ends(text: string): boolean {
    let end = text.length;
    for (let at = this.#units.length - 1; at >= 0; at--) {
      const { lower, upper } = this.#units[at] as Folded;
      if (text.endsWith(lower, end)) end -= lower.length;
      else if (text.endsWith(upper, end)) end -= upper.length;
      else return false;
    }
    return true;
  }

  /** How much of a text is taken from its start; -1 where it differs. */
  #from(text: string): number {
    let here = 0;
    for (const { lower, upper } of this.#units)
      if (text.startsWith(lower, here)) here += lower.length;
      else if (text.startsWith(upper, here)) here += upper.length;
      else return -1;
    return here;
  }
}
