import type { Json, JsonObject } from '../aws-event';
import { copiedField, fieldOf, isObject, textField } from '../json-field';
import { parseJson } from '../parse-json';
import { accessEnvelope, isAccessLog } from './access-log';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';
import { accessLogLine } from './text-shapes';

const MAX_LINE_CHARS = 2_000;
/** The first word of a line that is a level; in lower case only where it stands in brackets or after `level=`. */
const LEVEL =
  /\b(FATAL|CRITICAL|SEVERE|EMERGENCY|PANIC|ERROR|WARNING|WARN|NOTICE|INFO|DEBUG|TRACE)\b|\[(fatal|crit|emerg|alert|error|warning|warn|notice|info|debug)\]|\blevel\\?"?[=:] ?\\?"?([A-Za-z]+)/;
/** What runtimes write when a program failed and no logger was asked. */
const FAILURE =
  /\bTraceback \(most recent call last\)|\b[A-Za-z]*(?:Exception|Error): |^panic: |\bTask timed out after |\bStatus: (?:timeout|error)\b|\bRuntime exited with error|\bOutOfMemory|\bSegmentation fault/;
const SPELLINGS = new Map([
  ['SEVERE', 'ERROR'],
  ['CRIT', 'CRITICAL'],
  ['EMERG', 'EMERGENCY'],
  ['ALERT', 'CRITICAL'],
  ['PANIC', 'FATAL'],
]);

/** What a log subscription delivers: the lines of one stream of a log group. */
export const logBatch: Shape = (value) => {
  const lines = fieldOf(value, 'logEvents');
  const type = textField(value, 'messageType');
  if (!Array.isArray(lines) || type === null) return null;
  if (type === 'CONTROL_MESSAGE')
    return { reason: 'This is CloudWatch Logs checking the subscription, not an event.' };
  const of = {
    owner: copiedField(value, 'owner'),
    logGroup: copiedField(value, 'logGroup'),
    logStream: copiedField(value, 'logStream'),
  };
  return {
    parts: (lines as readonly Json[]).map((line) => (isObject(line) ? { ...line, ...of } : line)),
  };
};

/** The batch as a function gets it: packed, in one field. */
export const packedLogBatch: Shape = (value) => {
  const data = textField(fieldOf(value, 'awslogs'), 'data');
  return data === null ? null : { packed: data };
};

/** One line of a log. A line that is itself an event, as CloudTrail and EventBridge write into log groups, is that event. */
export const logLine: Shape = (value) => {
  const message = fieldOf(value, 'message');
  if (typeof message !== 'string' || fieldOf(value, 'logGroup') === undefined) return null;
  const parsed = parseJson(message);
  const fields = 'value' in parsed && isObject(parsed.value) ? parsed.value : null;
  if (fields === null) return { envelope: textLine(value, message) };
  if (isAccessLog(fields))
    return { envelope: placed(value, accessEnvelope(withGroup(value, fields))) };
  return { body: message, carrier: () => envelopeOfLine(value, fields) };
};

function textLine(line: JsonObject, message: string): JsonObject {
  const access = accessLogLine(message);
  if (access === null) return envelopeOfLine(line, { message, ...levelOf(message) });
  const detail = fieldOf(access, 'detail');
  return placed(line, { ...access, detail: withGroup(line, isObject(detail) ? detail : {}) });
}

function envelopeOfLine(line: JsonObject, fields: JsonObject): JsonObject {
  if (isAccessLog(fields)) return placed(line, accessEnvelope(withGroup(line, fields)));
  return envelopeOf({
    source: 'aws.logs',
    detailType: 'CloudWatch Logs Log Event',
    id: fieldOf(line, 'id'),
    time: fieldOf(line, 'timestamp'),
    account: fieldOf(line, 'owner'),
    detail: withGroup(line, fields),
  });
}

function withGroup(line: JsonObject, fields: JsonObject): JsonObject {
  return {
    ...fields,
    logGroup: fieldOf(line, 'logGroup') ?? null,
    logStream: fieldOf(line, 'logStream') ?? null,
  };
}

/** The id and time of the log event stand where the line tells none of its own. */
function placed(line: JsonObject, envelope: JsonObject): JsonObject {
  const own = envelopeOf({
    source: '',
    detailType: '',
    detail: null,
    id: fieldOf(line, 'id'),
    time: fieldOf(line, 'timestamp'),
    account: fieldOf(line, 'owner'),
  });
  return {
    ...envelope,
    id: own['id'] ?? envelope['id'] ?? null,
    time: envelope['time'] ?? own['time'] ?? null,
    account: own['account'] === '' ? (envelope['account'] ?? '') : (own['account'] ?? ''),
  };
}

/** The level of a line of plain words, where it tells one. */
function levelOf(message: string): JsonObject {
  const head = message.slice(0, MAX_LINE_CHARS);
  const found = LEVEL.exec(head);
  const level = (found?.[1] ?? found?.[2] ?? found?.[3])?.toUpperCase();
  if (level !== undefined) return { level: SPELLINGS.get(level) ?? level };
  return FAILURE.test(head) ? { level: 'ERROR' } : {};
}
