import type { Json, Outcome } from '../aws-event';

/** 0 is a success, any other whole number an error; null for what is no exit code. */
export function classifyExitCode(value: Json | undefined): Outcome | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  return value === 0 ? 'success' : 'error';
}
