import type { Outcome } from '../aws-event';
import { memo } from './memo';
import { anyOf, wordsOf } from './words';

const MAX_CHARS = 80;
const MAX_REMEMBERED = 2_000;

const ERROR = anyOf(
  'FAILED|FAIL|FAILS|FAILURE|FAILURES|FAILING|UNSUCCESSFUL|FAULT|FAULTED|ERROR|ERRORS|ERRORED|FATAL|CRITICAL',
  'ROLLBACK|ROLLED BACK|ROLLING BACK|DENIED|REJECTED|UNHEALTHY|CRASHED|BROKEN|IMPAIRED|UNREACHABLE|RED',
  'TIMED OUT|TIMEDOUT|TIMEOUT|BOUNCED|BOUNCE|COMPLAINT|INACCESSIBLE|INCOMPATIBLE|STORAGE FULL|LOST|OFFLINE',
);
const WARNING = anyOf(
  'WARNING|WARNINGS|WARN|DEGRADED|ABORTED|ABORTING|CANCELED|CANCELLED|INTERRUPTED|INTERRUPTION|THROTTLED|YELLOW',
  'PARTIAL|PARTIALLY|INSUFFICIENT|WITH ISSUES|UNSTABLE|NON COMPLIANT|NONCOMPLIANT|EXPIRED|EXPIRING|OVERDUE',
  'APPROACHING|REBALANCE|RETIREMENT|DEPRECATED',
);
const ONGOING = anyOf('IN PROGRESS|INPROGRESS|PENDING|STARTED|NOT|NO|UNKNOWN|INCOMPLETE');
const SUCCESS = anyOf(
  'SUCCEEDED|SUCCESS|SUCCEED|SUCCESSFUL|SUCCESSFULLY|COMPLETE|COMPLETED|PASSED|PASS|HEALTHY|COMPLIANT|APPROVED',
  'OK|FINISHED|DONE|DELIVERED|RESOLVED|RECOVERED|FIXED|GREEN|STEADY STATE|ISSUED',
);

/** What the value of a status field says, in any of its many spellings; null for a word that takes no side, such as `RUNNING`. */
export function classifyStatusWord(value: string): Outcome | null {
  if (value.length > MAX_CHARS) return null;
  const outcome = known(value);
  return outcome === 'neutral' ? null : outcome;
}

const known = memo(classify, MAX_REMEMBERED);

function classify(value: string): Outcome {
  const words = wordsOf(value);
  if (ERROR.test(words)) return 'error';
  if (WARNING.test(words)) return 'warning';
  if (ONGOING.test(words)) return 'neutral';
  return SUCCESS.test(words) ? 'success' : 'neutral';
}
