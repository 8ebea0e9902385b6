/** The name that a service gives its refusal, for example `QueueDoesNotExist`; empty for anything else. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Whether a service refused by one of these names, in whichever of AWS's two spellings. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  const name = errorName(error);
  const last = name.split('.').at(-1) ?? '';
  return names.some((known) => name === known || last === known || name === `${known}Exception`);
}

/** Gives the promise's value, or null where the service says by one of these names that there is nothing. */
export async function orNull<T>(asked: Promise<T>, ...names: readonly string[]): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isNamed(error, ...names)) return null;
    throw error;
  }
}
