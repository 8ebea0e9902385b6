import type { EpochMs } from '../../src/lib/core/event/aws-event';
import type { LogEntry } from './context';

/** One line of JSON; `timestamp` and `level` are the names by which Lambda tells its age and weight. */
export function toLogLine(entry: LogEntry, requestId: string, at: EpochMs): string {
  const { level, ...fields } = entry;
  const timestamp = new Date(at).toISOString();
  return JSON.stringify({ timestamp, level: level.toUpperCase(), requestId, ...fields });
}

export function writeLog(entry: LogEntry, requestId: string, at: EpochMs): void {
  process.stdout.write(`${toLogLine(entry, requestId, at)}\n`);
}
