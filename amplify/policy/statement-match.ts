import { fitsResource } from './arn-pattern';
import { holds } from './condition';
import { fits, piecesOf } from './pattern';
import type { Listed, Policy, Statement } from './policy-document';
import { namings } from './principal-match';
import type { Naming } from './principal-match';
import type { PolicyRequest } from './request';
import type { RequestContext } from './request-context';
import { expand } from './variables';

/** A statement that applies to a request, and which of its items did it. */
export interface Match {
  readonly statement: Statement;
  readonly action: string | null;
  readonly resource: string | null;
  /** How the statement names who asks; empty in an identity policy. */
  readonly namings: ReadonlySet<Naming>;
}

/** The item that applies (null for a negated list that applies), or undefined when the list does not. */
function applying(list: Listed<string>, fit: (item: string) => boolean): string | null | undefined {
  const item = list.items.find(fit);
  if (!list.negated) return item;
  return item === undefined ? null : undefined;
}

function resourceFit(request: PolicyRequest, context: RequestContext) {
  return (item: string): boolean => {
    const pieces = expand(item, context);
    return pieces !== null && fitsResource(pieces, request.resource, item);
  };
}

/** NotResource with a variable that has no value does not apply: nothing says what it would leave out. */
function resolves(list: Listed<string>, context: RequestContext): boolean {
  return !list.negated || list.items.every((item) => expand(item, context) !== null);
}

function resourceOf(statement: Statement, request: PolicyRequest, context: RequestContext) {
  if (statement.resources === null) return null;
  if (!resolves(statement.resources, context)) return undefined;
  return applying(statement.resources, resourceFit(request, context));
}

function matchOf(
  statement: Statement,
  request: PolicyRequest,
  context: RequestContext,
): Match | null {
  const action = applying(statement.actions, (item) => fits(piecesOf(item), request.action, true));
  if (action === undefined) return null;
  const who = statement.principals
    ? namings(statement.principals, request.principal)
    : new Set<Naming>();
  if (statement.principals && who.size === 0) return null;
  const resource = resourceOf(statement, request, context);
  if (resource === undefined) return null;
  if (!statement.conditions.every((condition) => holds(condition, context))) return null;
  return { statement, action, resource, namings: who };
}

/** The statements of some policies that apply to a request. */
export function matches(
  policies: readonly Policy[],
  request: PolicyRequest,
  context: RequestContext,
): readonly Match[] {
  return policies
    .flatMap((policy) => policy.statements)
    .map((statement) => matchOf(statement, request, context))
    .filter((match) => match !== null);
}
