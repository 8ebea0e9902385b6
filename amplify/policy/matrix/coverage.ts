import type { Decision } from '../authorise';
import type { Policy, Statement } from '../policy-document';

/** Items of statements that no cell needs, and why they stand there all the same. */
const TOLERATED: readonly { readonly item: RegExp; readonly why: string }[] = [
  {
    item: /:function:ame-[0-9a-f]{8}-sweep:\*$/,
    why: 'The CDK admits versions of a scheduled function beside the function; ours has none.',
  },
];

const isTolerated = (item: string): boolean =>
  TOLERATED.some(({ item: known }) => known.test(item));

function unusedItems(statement: Statement, used: ReadonlySet<string>): readonly string[] {
  const items = [...statement.actions.items, ...(statement.resources?.items ?? [])];
  return items
    .filter((item) => !isTolerated(item) && !used.has(`${statement.id} ${item}`))
    .map((item) => `${statement.id}: ${item}`);
}

/** What the decisions rest on: a statement's id and an item of it. */
function usedItems(decisions: readonly Decision[]): ReadonlySet<string> {
  const matches = decisions.flatMap(({ by }) => by);
  return new Set(
    matches.flatMap(({ statement, action, resource }) => [
      `${statement.id} ${action}`,
      `${statement.id} ${resource}`,
    ]),
  );
}

/** Actions and resources of allowing statements that no allowed cell needs. */
export function unused(
  policies: readonly Policy[],
  decisions: readonly Decision[],
): readonly string[] {
  const used = usedItems(decisions);
  const statements = policies.flatMap((policy) => policy.statements);
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  return [...new Set(allowing.flatMap((statement) => unusedItems(statement, used)))];
}

/** Ids of denying statements that denied none of these. */
export function idleDenials(
  policies: readonly Policy[],
  decisions: readonly Decision[],
): readonly string[] {
  const told = new Set(decisions.map(({ because }) => because));
  return policies
    .flatMap((policy) => policy.statements)
    .filter(({ effect, id }) => effect === 'Deny' && !told.has(`explicitly denied by ${id}`))
    .map(({ id }) => id);
}
