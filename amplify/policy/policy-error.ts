/** A policy, request or template holds something that this evaluator does not know. It never guesses. */
export class PolicyNotUnderstood extends Error {
  readonly resolution: string;

  constructor(message: string, resolution: string) {
    super(message);
    this.name = 'PolicyNotUnderstood';
    this.resolution = resolution;
  }
}
