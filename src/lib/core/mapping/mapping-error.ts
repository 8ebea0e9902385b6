/** One thing wrong with a mapping. */
export interface MappingProblem {
  /** For example `rules[2].pattern.detail.state`; empty for the whole file. */
  readonly path: string;
  /** For example "must be a list or an object". */
  readonly reason: string;
  /** What would be right. */
  readonly remedy: string;
}

/** Why a mapping is refused: everything that is wrong with it, in the order of the file. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly problems: readonly MappingProblem[];
  readonly resolution: string;

  constructor(problems: readonly MappingProblem[]) {
    super(problems.map(({ path, reason }) => `${path || 'The mapping'} ${reason}.`).join('\n'));
    this.problems = problems;
    this.resolution = problems.map(({ remedy }) => remedy).join('\n');
  }
}
