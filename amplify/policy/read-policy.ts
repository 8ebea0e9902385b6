import { checkOperator } from './condition';
import { record, refuse, texts } from './policy-document';
import type {
  Condition,
  Listed,
  Policy,
  PolicyKind,
  PrincipalItem,
  Statement,
} from './policy-document';

type Raw = Readonly<Record<string, unknown>>;

const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
]);

function known(where: string, raw: Raw, names: ReadonlySet<string>): void {
  const stranger = Object.keys(raw).find((key) => !names.has(key));
  if (stranger !== undefined) refuse(where, `"${stranger}" is not known.`, 'Remove it.');
}

function listed<T>(
  where: string,
  raw: Raw,
  name: string,
  read: (where: string, value: unknown) => readonly T[],
): Listed<T> | null {
  const [plain, negated] = [raw[name], raw[`Not${name}`]];
  if (plain !== undefined && negated !== undefined) {
    refuse(where, `${name} and Not${name} stand together.`, 'Keep one of them.');
  }
  if (plain !== undefined) return { negated: false, items: read(where, plain) };
  return negated === undefined ? null : { negated: true, items: read(where, negated) };
}

function principals(where: string, value: unknown): readonly PrincipalItem[] {
  if (value === '*') return [{ type: 'everyone' }];
  return Object.entries(record(where, value)).flatMap(([type, list]) => {
    if (type !== 'AWS' && type !== 'Service' && type !== 'Federated') {
      return refuse(where, `the principal type "${type}" is not known.`, 'Use AWS or Service.');
    }
    return texts(where, list).map((item): PrincipalItem => {
      if (item === '*' && type === 'AWS') return { type: 'everyone' };
      if (/[*?]/.test(item)) refuse(where, `"${item}" has a wildcard.`, 'Name the principal.');
      return { type, value: item };
    });
  });
}

function conditions(where: string, value: unknown): readonly Condition[] {
  if (value === undefined) return [];
  return Object.entries(record(where, value)).flatMap(([operator, keys]) => {
    checkOperator(operator);
    return Object.entries(record(where, keys)).map(([key, values]) => ({
      operator,
      key,
      values: texts(where, values),
    }));
  });
}

function actions(where: string, value: unknown): readonly string[] {
  return texts(where, value).map((action) => {
    if (action === '*' || /^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(action)) return action;
    return refuse(where, `"${action}" is not an action.`, 'Write service:Action.');
  });
}

function mustFit(kind: PolicyKind, statement: Statement): void {
  const { id, principals: who, resources } = statement;
  const wantsPrincipal = kind !== 'identity';
  if ((who !== null) !== wantsPrincipal) {
    refuse(id, `${wantsPrincipal ? 'needs a' : 'may not have a'} Principal.`, 'Mend the policy.');
  }
  if ((resources === null) !== (kind === 'trust')) {
    refuse(id, `${kind === 'trust' ? 'may not have a' : 'needs a'} Resource.`, 'Mend the policy.');
  }
  if (who?.negated && (statement.effect === 'Allow' || kind === 'trust')) {
    refuse(id, 'NotPrincipal stands only with Deny, on a resource.', 'Name the principals.');
  }
}

function readStatement(name: string, kind: PolicyKind, value: unknown, index: number): Statement {
  const raw = record(name, value);
  const id = `${name}#${typeof raw.Sid === 'string' ? raw.Sid : index}`;
  known(id, raw, ELEMENTS);
  const effect = raw.Effect;
  if (effect !== 'Allow' && effect !== 'Deny') return refuse(id, 'has no Effect.', 'Add one.');
  const acts = listed(id, raw, 'Action', actions) ?? refuse(id, 'has no Action.', 'Add one.');
  const statement: Statement = {
    id,
    effect,
    actions: acts,
    resources: listed(id, raw, 'Resource', texts),
    principals: listed(id, raw, 'Principal', principals),
    conditions: conditions(id, raw.Condition),
  };
  mustFit(kind, statement);
  return statement;
}

/**
 * Reads a policy's JSON (an object, or its text). `name` says where it stands, for the words of a decision.
 * Throws PolicyNotUnderstood for any element, principal type or version that it does not know.
 */
export function readPolicy(name: string, kind: PolicyKind, json: unknown): Policy {
  const raw = record(name, typeof json === 'string' ? (JSON.parse(json) as unknown) : json);
  known(name, raw, new Set(['Version', 'Id', 'Statement']));
  const version = raw.Version ?? '2008-10-17';
  if (version !== '2012-10-17' && JSON.stringify(raw).includes('${')) {
    refuse(name, 'variables need Version 2012-10-17.', 'Write that version.');
  }
  const list: readonly unknown[] = Array.isArray(raw.Statement) ? raw.Statement : [raw.Statement];
  return {
    name,
    kind,
    statements: list.map((item, index) => readStatement(name, kind, item, index)),
  };
}
