import { compileAlternatives, type PatternMatch } from './pattern';
import { literalsOf } from './pattern-alternatives';
import type { Rule } from './rule';

/** A rule, its place in the mapping counted from 1, and its compiled pattern. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly place: number;
  readonly matches: PatternMatch;
}

interface Located {
  readonly placed: PlacedRule;
  /** The texts that `source` and `detail-type` must be among; null where the pattern leaves them open. */
  readonly sources: ReadonlySet<string> | null;
  readonly detailTypes: ReadonlySet<string> | null;
}

/** Any other source or detail-type than those that rules name; no event can carry this text. */
const OTHER = Symbol('other');
type Slot = string | typeof OTHER;

/** Rules by the sources and detail-types that they name, so that few patterns are tried for an event. */
export class RuleIndex {
  readonly #bySource: ReadonlyMap<Slot, ReadonlyMap<Slot, readonly PlacedRule[]>>;

  constructor(rules: readonly Rule[]) {
    const located = rules.map(locate);
    this.#bySource = new Map(
      slots(located.map(({ sources }) => sources)).map((source) => [
        source,
        byDetailType(located.filter(({ sources }) => admits(sources, source))),
      ]),
    );
  }

  /** The rules that can match an event of this source and detail-type, in the mapping's order. */
  candidates(source: string, detailType: string): readonly PlacedRule[] {
    const byType = this.#bySource.get(source) ?? this.#bySource.get(OTHER);
    return byType?.get(detailType) ?? byType?.get(OTHER) ?? [];
  }
}

function locate(rule: Rule, index: number): Located {
  return {
    placed: { rule, place: index + 1, matches: compileAlternatives(rule.alternatives) },
    sources: literalsOf(rule.alternatives, 'source'),
    detailTypes: literalsOf(rule.alternatives, 'detail-type'),
  };
}

function byDetailType(located: readonly Located[]): ReadonlyMap<Slot, readonly PlacedRule[]> {
  return new Map(
    slots(located.map(({ detailTypes }) => detailTypes)).map((detailType) => [
      detailType,
      located.filter((one) => admits(one.detailTypes, detailType)).map(({ placed }) => placed),
    ]),
  );
}

function slots(sets: readonly (ReadonlySet<string> | null)[]): readonly Slot[] {
  return [OTHER, ...new Set(sets.flatMap((set) => [...(set ?? [])]))];
}

function admits(literals: ReadonlySet<string> | null, slot: Slot): boolean {
  return literals === null || (slot !== OTHER && literals.has(slot));
}
