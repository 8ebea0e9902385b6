import type { CallError } from '../../src/lib/core/cloud/calls';

/** A call that cannot be answered, in words for the person who made it. Nothing in it is secret. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: CallError['code'];
  readonly resolution: string;

  constructor(code: CallError['code'], message: string, resolution: string) {
    super(message);
    this.code = code;
    this.resolution = resolution;
  }

  toCallError(): CallError {
    return { code: this.code, message: this.message, resolution: this.resolution };
  }
}

/** A field of a payload that is not what it has to be. */
export function invalid(message: string, resolution: string): Refusal {
  return new Refusal('invalid', message, resolution);
}
