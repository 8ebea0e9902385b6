import type { AwsEvent, EpochMs, Json, JsonObject } from './aws-event';
import { digestId, readEventId } from './event-id';
import { readEventTime } from './event-time';
import { fieldOf, textField } from './json-field';
import { keyOf } from './key';
import { outcomeOf } from './outcome/outcome';

/**
 * One event from an envelope as EventBridge delivers it, with what we read out of it. An absent or nonsense id
 * becomes a digest of the envelope, such a time becomes `receivedAt`; `mended` names both.
 */
export function makeEvent(envelope: JsonObject, receivedAt: EpochMs): AwsEvent {
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
    mended: [
      ...(id === null ? (['id'] as const) : []),
      ...(time === null ? (['time'] as const) : []),
    ],
    envelope,
  };
}

function resourcesOf(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).filter((one) => typeof one === 'string');
}
