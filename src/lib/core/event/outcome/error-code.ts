import type { Outcome } from '../aws-event';
import { anyOf, wordsOf } from './words';

/** The caller was slowed down or met a quota: it can wait. */
const THROTTLED = anyOf(
  'THROTTL[A-Z]*|LIMIT|LIMITS|LIMITED|RATE|QUOTA|TOO MANY|TOOMANY[A-Z]*|SLOW DOWN|SLOWDOWN|TOO FAST|EXCEEDED',
);
/** Answers that are spelled as errors and report none: the dry run would have worked, the copy is still good. */
const HARMLESS = anyOf('DRY RUN|DRYRUN|NOT MODIFIED|NOTMODIFIED');
const QUOTA = anyOf('LIMIT EXCEEDED|QUOTA|LIMITS|LIMIT REACHED');
const NOTHING = anyOf('NONE|NULL|0|OK|FALSE|SUCCESS|N A');
const DENIED = anyOf(
  'DENIED|UNAUTHORIZED|NOT AUTHORIZED|FORBIDDEN|INVALID CLIENT TOKEN ID|AUTH FAILURE|UNAUTHORISED',
);

/** Throttling and limits are a warning, denial and all other codes an error; a code that reports no error gives null. */
export function classifyErrorCode(code: string): Outcome | null {
  const words = wordsOf(code.slice(0, 200));
  if (words === '' || HARMLESS.test(words)) return null;
  if (new RegExp(`^${NOTHING.source}$`).test(words)) return null;
  return THROTTLED.test(words) ? 'warning' : 'error';
}

/** Whether an error code says that a quota is full, rather than that the caller was too fast. */
export function isQuota(code: string): boolean {
  return QUOTA.test(wordsOf(code.slice(0, 200)));
}

/** Whether an error code says that the caller was not allowed. */
export function isDenial(code: string): boolean {
  return DENIED.test(wordsOf(code.slice(0, 200)));
}
