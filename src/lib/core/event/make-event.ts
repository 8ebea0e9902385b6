import type { AwsEvent, EpochMs, Json, JsonObject, Mended } from './aws-event';
import { digestId, readEventId } from './event-id';
import { readEventTime } from './event-time';
import { fieldOf, textField } from './json-field';
import { keyOf } from './key';
import { outcomeOf } from './outcome/outcome';

const NOTHING: readonly Mended[] = [];
const ID: readonly Mended[] = ['id'];
const TIME: readonly Mended[] = ['time'];

/**
 * One event from an envelope as EventBridge delivers it, with what we read out of it. An absent or nonsense id
 * becomes a digest of the envelope, such a time becomes `receivedAt`; `mended` names both, and what the reader
 * of the envelope had to make up before.
 */
export function makeEvent(
  envelope: JsonObject,
  receivedAt: EpochMs,
  mended: readonly Mended[] = NOTHING,
): AwsEvent {
  const id = readEventId(fieldOf(envelope, 'id'));
  const time = readEventTime(fieldOf(envelope, 'time'));
  const { outcome, field } = outcomeOf(envelope);
  return {
    id: id ?? digestId(envelope),
    time: time ?? receivedAt,
    source: textField(envelope, 'source') ?? '',
    detailType: textField(envelope, 'detail-type') ?? '',
    account: textField(envelope, 'account') ?? '',
    region: textField(envelope, 'region') ?? '',
    resources: resourcesOf(fieldOf(envelope, 'resources')),
    detail: fieldOf(envelope, 'detail') ?? null,
    outcome,
    outcomeField: field,
    key: keyOf(envelope),
    mended: mendedIn(id, time, mended),
    envelope,
  };
}

function mendedIn(
  id: string | null,
  time: EpochMs | null,
  before: readonly Mended[],
): readonly Mended[] {
  if (id !== null && time !== null) return before;
  return [...(id === null ? ID : NOTHING), ...(time === null ? TIME : NOTHING), ...before];
}

function resourcesOf(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).filter((one) => typeof one === 'string');
}
