import type { Json, JsonObject } from '../event/aws-event';
import { isObject } from '../event/json-field';
import { parseJson } from '../event/parse-json';

/** What the diagnosis command printed, field by field; `error` is AWS's own word of why a part could not be read. */
export interface DiagnosisPrint {
  /** CloudShell's Region. */
  readonly region: string;
  /** Twelve digits; null where that could not be read. */
  readonly account: string | null;
  readonly stacks: readonly PrintedStack[];
  readonly rules: readonly PrintedRule[];
  readonly trails: readonly PrintedTrail[];
  /** Why the trails could not be read. */
  readonly trailsError: string | null;
}

/** The connector's stack as it was found, or not, in one Region. */
export interface PrintedStack {
  readonly region: string;
  readonly status: string | null;
  readonly reason: string;
  readonly error: string | null;
  readonly parameters: ReadonlyMap<string, string>;
}

export interface PrintedRule {
  readonly region: string;
  readonly name: string;
  readonly state: string | null;
  readonly error: string | null;
  /** Over the last hour; null where CloudWatch did not tell. */
  readonly delivered: number | null;
  readonly failed: number | null;
}

export interface PrintedTrail {
  readonly arn: string;
  readonly home: string;
  readonly everywhere: boolean;
  /** null where that could not be read. */
  readonly logging: boolean | null;
}

const MAX_CHARS = 300;

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value.slice(0, MAX_CHARS) : '';
}

function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? text(value) : null;
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** Values of one field of the parts, each with the Region that it was looked up in. */
function partsWith(parts: readonly JsonObject[], name: string) {
  return parts.flatMap((part) => {
    const value = Object.hasOwn(part, name) ? part[name] : undefined;
    return isObject(value) ? [{ region: text(part['region']), value }] : [];
  });
}

/**
 * Reads what somebody pasted: the JSON, with or without the command and the prompt around it, and with the line breaks
 * that a narrow terminal put into long texts.
 *
 * @returns null where it is not what the command prints
 */
export function diagnosisPrintIn(pasted: string): DiagnosisPrint | null {
  for (const candidate of candidatesIn(pasted)) {
    const parsed = parseJson(candidate);
    const value = 'value' in parsed ? parsed.value : null;
    if (isObject(value) && value['version'] === 1 && Array.isArray(value['parts']))
      return printOf(text(value['region']), objectsIn(value['parts']));
  }
  return null;
}

function* candidatesIn(pasted: string): Generator<string> {
  const from = pasted.search(/\{\s*"version"\s*:/);
  const to = pasted.lastIndexOf('}');
  if (from < 0 || to < from) return;
  const found = pasted.slice(from, to + 1);
  yield found;
  yield found.replace(/\r?\n/g, '');
}

function printOf(region: string, parts: readonly JsonObject[]): DiagnosisPrint {
  const [identity] = partsWith(parts, 'identity');
  const [trails] = parts.filter((part) => Object.hasOwn(part, 'trails'));
  const list = trails?.['trails'];
  return {
    region,
    account: identity ? textOrNull(identity.value['account']) : null,
    stacks: partsWith(parts, 'stack').map(stackOf),
    rules: partsWith(parts, 'rule').map(({ region, value }) => ruleOf(region, value, parts)),
    trails: objectsIn(list).map((trail) => trailOf(trail, parts)),
    trailsError: isObject(list) ? text(list['error']) : null,
  };
}

function stackOf({ region, value }: { region: string; value: JsonObject }): PrintedStack {
  const parameters = objectsIn(value['parameters']).map(
    (each) => [text(each['ParameterKey']), text(each['ParameterValue'])] as const,
  );
  return {
    region,
    status: textOrNull(value['status']),
    reason: text(value['reason']),
    error: textOrNull(value['error']),
    parameters: new Map(parameters),
  };
}

function ruleOf(region: string, rule: JsonObject, parts: readonly JsonObject[]): PrintedRule {
  const name = text(rule['name']);
  const sumOf = (metric: string) => {
    const found = partsWith(parts, 'metric').find(
      (each) =>
        each.region === region && each.value['rule'] === name && each.value['name'] === metric,
    );
    const sum = found?.value['sum'];
    return typeof sum === 'number' ? sum : null;
  };
  return {
    region,
    name,
    state: textOrNull(rule['state']),
    error: textOrNull(rule['error']),
    delivered: sumOf('Invocations'),
    failed: sumOf('FailedInvocations'),
  };
}

function trailOf(trail: JsonObject, parts: readonly JsonObject[]): PrintedTrail {
  const arn = text(trail['arn']);
  const found = partsWith(parts, 'trail').find(({ value }) => value['arn'] === arn);
  const logging = found?.value['logging'];
  return {
    arn,
    home: text(trail['home']),
    everywhere: trail['everywhere'] === true,
    logging: typeof logging === 'boolean' ? logging : null,
  };
}
