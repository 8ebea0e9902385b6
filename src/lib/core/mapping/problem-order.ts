import type { Json } from '../event/aws-event';
import type { MappingProblem } from './mapping-error';

/** Problems in the order in which their places stand in the file; what is missing comes last in its object. */
export function inOrder(problems: readonly MappingProblem[], file: Json): MappingProblem[] {
  const ranked = problems.map((problem) => ({ problem, rank: rankOf(problem.path, file) }));
  return ranked.sort((one, other) => compare(one.rank, other.rank)).map(({ problem }) => problem);
}

/** For each step of a path, which field or element it is of those around it. */
function rankOf(path: string, file: Json): number[] {
  const ranks: number[] = [];
  let here: unknown = file;
  for (const step of path.split(/\.|(?=\[)/)) {
    if (typeof here !== 'object' || here === null) break;
    const name = step.replace(/^\[(\d+)\]$/, '$1');
    const at = Object.keys(here).indexOf(name);
    ranks.push(at < 0 ? Infinity : at);
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  return ranks;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, rank] of one.entries()) {
    const next = other[at];
    if (next === undefined) return 1;
    if (rank !== next) return rank - next;
  }
  return one.length - other.length;
}
