/** What SQS takes as one message: 1 byte to 1 MiB. */
const MOST_BYTES = 1024 * 1024;
/** What SQS refuses (SendMessage), and the local SQS's own limit: nothing above #xFFFD. */
const REFUSED = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}]/gu;

/**
 * A text as the local queue takes it, which a message that it refuses would stop. In JSON, characters above #xFFFD
 * become escapes of the same meaning; all else that is refused becomes #xFFFD. What is too long is cut, and an empty
 * text is a space.
 */
export function messageText(text: string): string {
  const isJson = /^\s*[[{"]/.test(text);
  const substitute = (character: string) =>
    isJson && (character.codePointAt(0) ?? 0) > 0xfffd ? escaped(character) : '\ufffd';
  return cut(text.replace(REFUSED, substitute) || ' ');
}

/** `\ud83d\ude00` */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16)}`).join('');
}

function cut(text: string): string {
  if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  const bytes = Buffer.from(text);
  let end = MOST_BYTES;
  while (isContinuation(bytes[end])) end--;
  return bytes.toString('utf8', 0, end);
}

/** Whether a byte is a later one of a character's in UTF-8. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
