import type { Json, JsonObject, Mended } from '../aws-event';
import { fieldOf, isObject, textField } from '../json-field';
import { parseJson } from '../parse-json';
import { envelopeOf } from './envelope';
import { guessDetailType, guessSource } from './guessed-names';
import type { Shape } from './shape';

/**
 * The names under which EventBridge's fields also travel: CodeStar Notifications write `detailType`, an entry of
 * PutEvents writes `DetailType`, programs write their own.
 */
const NAMES = {
  source: ['source', 'Source'],
  detailType: ['detail-type', 'detailType', 'DetailType', 'detail_type', 'Detail-Type'],
  detail: ['detail', 'Detail'],
  id: ['id', 'eventId', 'EventId', 'Id'],
  time: ['time', 'Time', 'timestamp'],
  account: ['account', 'accountId', 'Account'],
  region: ['region', 'Region', 'awsRegion'],
  resources: ['resources', 'Resources'],
} as const;
type Name = keyof typeof NAMES;

/** No event has one of these beside a detail; they tell of another form. */
const FOREIGN = ['specversion', 'requestContext', 'Records'];
const UNNAMED = 'Event';

/**
 * What is clearly an event of EventBridge's form though its fields have other names, or though it lacks its source
 * or its detail-type: CodeStar Notifications by SNS, entries of PutEvents, shortened events. What is made up for it
 * stands in `mended`.
 */
export const nearEvent: Shape = (value) => {
  const detail = detailOf(find(value, 'detail'));
  if (detail === null || FOREIGN.some((name) => Object.hasOwn(value, name))) return null;
  const source = text(value, 'source');
  const detailType = text(value, 'detailType');
  if (source === null && detailType === null && !isPlaced(value)) return null;
  const named = detailType ?? guessDetailType(source, detail) ?? UNNAMED;
  const letter = {
    source: source ?? guessSource(named, detail),
    detailType: named,
    detail,
    id: find(value, 'id'),
    time: find(value, 'time'),
    account: find(value, 'account'),
    region: find(value, 'region'),
  };
  const resources = find(value, 'resources');
  const envelope = { ...envelopeOf(letter), resources: Array.isArray(resources) ? resources : [] };
  return { envelope: envelope as JsonObject, mended: mendedOf(source, detailType) };
};

function find(value: JsonObject, name: Name): Json | undefined {
  for (const spelling of NAMES[name]) {
    const found = fieldOf(value, spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}

function text(value: JsonObject, name: Name): string | null {
  for (const spelling of NAMES[name]) {
    const found = textField(value, spelling);
    if (found !== null) return found;
  }
  return null;
}

/** PutEvents takes the detail as text. */
function detailOf(detail: Json | undefined): JsonObject | null {
  if (typeof detail !== 'string') return isObject(detail) ? detail : null;
  const parsed = parseJson(detail);
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : null;
}

/** Whether it says, as events do, where or when it happened. */
function isPlaced(value: JsonObject): boolean {
  const told = (['account', 'region', 'time'] as const).filter(
    (name) => text(value, name) !== null,
  );
  return told.length >= 2;
}

function mendedOf(source: string | null, detailType: string | null): readonly Mended[] {
  const made: Mended[] = [];
  if (source === null) made.push('source');
  if (detailType === null) made.push('detail-type');
  return made;
}
