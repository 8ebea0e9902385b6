/** Longer than names and most ARNs are. */
const MAX_CHARS = 256;

/**
 * Remembers what a pure function gave for a text; accounts use few words, but many times. Forgets everything when
 * `capacity` texts are remembered, and remembers no long ones, so that hostile input cannot fill the memory.
 */
export function memo<Result>(
  compute: (text: string) => Result,
  capacity: number,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > MAX_CHARS) return compute(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= capacity) known.clear();
    known.set(text, result);
    return result;
  };
}
