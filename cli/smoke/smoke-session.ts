import { randomBytes } from 'node:crypto';
import type { Deployment } from './deployment';
import { Leftovers } from './leftovers';
import { pointAt } from './person';
import type { Registrar } from './registrar';
import type { SmokeOptions } from './smoke-options';
import { SmokeReport, type Result } from './smoke-report';
import { smoke } from './smoke-run';

/** How long the cleaning up may take. */
const CLEAN_UP_MS = 180_000;

/** What a session needs from outside. */
export interface SmokeSetting {
  readonly options: SmokeOptions;
  readonly deployment: Deployment;
  readonly registrar: Registrar;
  /** The password of `options.user`. */
  readonly password: string;
  readonly stop: AbortSignal;
  /** Is given each result as it comes. */
  readonly tell: (result: Result) => void;
}

/** What came of a session. */
export interface SmokeOutcome {
  readonly results: readonly Result[];
  /** What was left on purpose. */
  readonly kept: readonly string[];
}

/** Runs all checks and cleans up after them, also when it is stopped in the middle. */
export async function smokeSession(setting: SmokeSetting): Promise<SmokeOutcome> {
  const { options, stop, tell, deployment } = setting;
  const now = () => performance.now();
  const report = new SmokeReport(stop, now, tell);
  const leftovers = new Leftovers();
  const cleaning = new SmokeReport(AbortSignal.timeout(CLEAN_UP_MS), now, tell);
  pointAt(deployment);
  try {
    await smoke({ ...setting, report, leftovers, mark: randomBytes(6).toString('hex') });
  } finally {
    if (!options.keep) await leftovers.remove(cleaning);
  }
  return { results: [...report.results, ...cleaning.results], kept: leftovers.names };
}
