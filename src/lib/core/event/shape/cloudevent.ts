import type { Json, JsonObject } from '../aws-event';
import { fieldOf, isObject, textField } from '../json-field';
import { parseJson } from '../parse-json';
import { unpack } from '../unpack';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

const MAX_DATA_BYTES = 65_536;

/** A CloudEvent 1.0 in structured JSON: its type is the detail-type, its data the detail, its subject the resource. */
export const cloudEvent: Shape = (value) => {
  const type = textField(value, 'type');
  const source = textField(value, 'source');
  if (!isVersioned(value) || type === null || source === null) return null;
  const envelope = envelopeOf({
    source,
    detailType: type,
    detail: detailOf(value),
    id: fieldOf(value, 'id'),
    time: fieldOf(value, 'time'),
    account: fieldOf(value, 'account'),
    region: fieldOf(value, 'region'),
  });
  const subject = textField(value, 'subject');
  return { envelope: { ...envelope, resources: subject === null ? [] : [subject] } };
};

function isVersioned(value: JsonObject): boolean {
  return /^[01]\.\d+$/.test(textField(value, 'specversion') ?? '');
}

/** Data as it is where it is JSON; data in base64 parsed where it holds JSON. */
function detailOf(value: JsonObject): Json {
  const packed = fieldOf(value, 'data_base64');
  const data = typeof packed === 'string' ? textOf(packed) : fieldOf(value, 'data');
  if (typeof data !== 'string') return isObject(data) ? data : { data: data ?? null };
  const parsed = parseJson(data);
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : { data };
}

function textOf(base64: string): string {
  const unpacked = unpack(base64, MAX_DATA_BYTES);
  return 'text' in unpacked ? unpacked.text : base64;
}
