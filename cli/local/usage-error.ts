/** A command was called wrongly: told before anything starts, with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly resolution: string;
  /** Every single mistake, where there are several. */
  readonly details: readonly string[];

  constructor(message: string, resolution: string, details: readonly string[] = []) {
    super(message);
    this.resolution = resolution;
    this.details = details;
  }

  /** What a person is told: what is wrong and what to do in one line, and each of the details in one more. */
  toldBy(command: string): string {
    const told = `${command}: ${this.message}. ${this.resolution}`;
    return [told, ...this.details.map((detail) => `  ${detail}`)].map(oneLine).join('\n');
  }
}

/** Names of files and fields may hold line breaks and codes that steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trimEnd();
}
