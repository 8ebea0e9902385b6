import type { JsonObject } from '../../src/lib/core/event/aws-event';

/** A field of an event's detail that says how it went, and names nothing that people made. */
export interface KeptField {
  /** From the detail on, for example `['state', 'value']`. */
  readonly path: readonly string[];
  /** `bare`: it may be a number or a list, and is put in without quotes; EventBridge adds them where it is a text. */
  readonly kind: 'text' | 'bare';
}

/** What is left of the events that a pattern finds, when names are masked. */
export interface Mask {
  readonly id: string;
  readonly pattern: JsonObject;
  /** The pattern sees to it that each is there. */
  readonly kept: readonly KeptField[];
  /** Whether source and detail type are AWS's own words; whoever puts events of their own chooses both. */
  readonly fromAws: boolean;
  /** Whether it is of API calls, of which the read-only ones come only when they are asked for. */
  readonly calls: boolean;
}

const text = (...path: string[]): KeptField => ({ path, kind: 'text' });

const SERVICE = text('eventSource');
const OPERATION = text('eventName');
const ERROR_CODE = text('errorCode');
const SIGN_IN = text('responseElements', 'ConsoleLogin');

/** A field that says how it went, and one beside it that says it better where it is there too. */
interface Telling {
  readonly field: KeptField;
  readonly also?: KeptField;
}

const bare = (...path: string[]): KeptField => ({ path, kind: 'bare' });

/** How it went, of events that are no API calls; the first field that an event has is kept. */
const TELLING: readonly Telling[] = [
  { field: OPERATION, also: text('eventType') },
  { field: text('build-status') },
  { field: text('completed-phase') },
  { field: text('status-details', 'status') },
  { field: text('newEvaluationResult', 'complianceType') },
  { field: text('jobStatus') },
  { field: text('TrainingJobStatus') },
  { field: text('operationStatus') },
  { field: text('ResourceStatus') },
  { field: text('eventTypeCategory'), also: text('statusCode') },
  { field: text('compliance-status') },
  { field: text('action-status') },
  { field: text('scan-status'), also: bare('finding-severity-counts', 'CRITICAL') },
  { field: text('insightSeverity') },
  { field: text('result') },
  { field: text('stopCode') },
  { field: text('state') },
  { field: bare('severity'), also: text('status') },
  { field: bare('EventCategories') },
  { field: text('status') },
  { field: text('Status') },
];

const FROM_AWS = [{ prefix: 'aws.' }];
/** The one kind whose state is an object: a pattern cannot ask for `state` and for `state.value` in one breath. */
const ALARM = 'CloudWatch Alarm State Change';
const ALARM_STATE = text('state', 'value');
const NO_ALARM = [{ 'anything-but': ALARM }];
const PRESENT = [{ exists: true }];
const ABSENT = [{ exists: false }];

/**
 * The masks, of which every event meets exactly one: none is lost, and none is sent twice. A rule cannot ask what
 * another rule found, so each asks that the fields of those before it are absent. Nothing that people name is kept,
 * and what is kept is a word of AWS's own; of events that are not AWS's nothing is kept but that there was one.
 */
export function masks(): readonly Mask[] {
  return [alarmMask(), ...callMasks(), ...TELLING.flatMap(tellingMasks), restMask(), foreignMask()];
}

function alarmMask(): Mask {
  return {
    id: 'Alarm',
    pattern: { source: FROM_AWS, 'detail-type': [ALARM], detail: detailOf([ALARM_STATE], []) },
    kept: [ALARM_STATE],
    fromAws: true,
    calls: false,
  };
}

function callMasks(): readonly Mask[] {
  const call = [SERVICE, OPERATION];
  return [
    plainMask('FailedCall', [...call, ERROR_CODE], []),
    plainMask('SignIn', [...call, SIGN_IN], [ERROR_CODE]),
    plainMask('Call', call, [ERROR_CODE, SIGN_IN]),
  ];
}

function tellingMasks({ field, also }: Telling, place: number): Mask[] {
  const before = [SERVICE, ...TELLING.slice(0, place).map((telling) => telling.field)];
  const id = idOf(field, place);
  if (also === undefined) return [plainMask(id, [field], before)];
  return [plainMask(`${id}Both`, [field, also], before), plainMask(id, [field], [...before, also])];
}

/** `state` and `Status` would be the same in an id, so the place is told too. */
function idOf({ path }: KeptField, place: number): string {
  const words = path.flatMap((name) => name.split('-')).map(capitalised);
  return `Telling${place + 1}${words.join('')}`;
}

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Of every event of AWS's own that tells nothing in a field of ours. */
function restMask(): Mask {
  const telling = TELLING.map(({ field }) => field);
  const $or = [
    { 'detail-type': NO_ALARM, detail: detailOf([], [SERVICE, ...telling]) },
    { 'detail-type': NO_ALARM, detail: detailOf([SERVICE], [OPERATION]) },
    { 'detail-type': [ALARM], detail: detailOf([], [ALARM_STATE]) },
  ];
  return { id: 'Rest', pattern: { source: FROM_AWS, $or }, kept: [], fromAws: true, calls: true };
}

function foreignMask(): Mask {
  const pattern = { source: [{ 'anything-but': { prefix: 'aws.' } }] };
  return { id: 'Foreign', pattern, kept: [], fromAws: false, calls: false };
}

/** Of events that are no alarms. */
function plainMask(id: string, kept: readonly KeptField[], absent: readonly KeptField[]): Mask {
  const detail = detailOf(kept, absent);
  const pattern = { source: FROM_AWS, 'detail-type': NO_ALARM, detail };
  return { id, pattern, kept, fromAws: true, calls: kept.includes(SERVICE) };
}

/** The part of a pattern that asks for fields to be there and to be absent. */
function detailOf(present: readonly KeptField[], absent: readonly KeptField[]): JsonObject {
  const wanted = [
    ...present.map(({ path }) => [path, PRESENT] as const),
    ...absent.map(({ path }) => [path, ABSENT] as const),
  ];
  return wanted.reduce<JsonObject>((detail, [path, asked]) => withPath(detail, path, asked), {});
}

function withPath(object: JsonObject, path: readonly string[], value: JsonObject[]): JsonObject {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return { ...object, [first]: value };
  const inner = object[first];
  const below = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...object, [first]: withPath(below as JsonObject, rest, value) };
}
