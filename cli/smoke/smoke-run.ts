import type { Deployment } from './deployment';
import type { Leftovers } from './leftovers';
import { memberChecks, newMember, type Member } from './member-checks';
import { guestArrives, guestRefusals, memberRefusals } from './refusal-checks';
import type { Registrar } from './registrar';
import { shareChecks } from './share-checks';
import { siteChecks } from './site-checks';
import type { SmokeOptions } from './smoke-options';
import type { SmokeReport } from './smoke-report';

/** One run against one deployment, and what it needs of the world. */
export interface SmokeRun {
  readonly options: SmokeOptions;
  readonly deployment: Deployment;
  readonly registrar: Registrar;
  readonly report: SmokeReport;
  readonly leftovers: Leftovers;
  /** The password of `options.user`. */
  readonly password: string;
  /** Digits and letters that no other run has. */
  readonly mark: string;
  readonly stop: AbortSignal;
}

/** Another person's queue is only there to be read by the wrong one; codes for two are too much to ask of anyone. */
async function neighbour(run: SmokeRun): Promise<Member | null> {
  if (run.registrar.unattended && run.options.user === null) return newMember(run, 'neighbour');
  run.report.skip('a neighbour, whose queue must stay shut', 'needs --admin');
  return null;
}

/** Everything with nobody signed in, then with somebody, then what they share. */
export async function smoke(run: SmokeRun): Promise<void> {
  await siteChecks(run);
  const guest = await guestArrives(run);
  const other = await neighbour(run);
  const member = await newMember(run, 'person');
  if (!member) return;
  await memberChecks(run, member);
  await memberRefusals(run, member, other);
  if (!guest) return;
  await guestRefusals(run, guest, member);
  await shareChecks(run, guest, member);
}
