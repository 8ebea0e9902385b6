import { together, type Usage } from './bill';

/** A month of 30 days. */
export const MONTH_HOURS = 720;
const MINUTES = 60;
const SECONDS = 3_600;

/** What the page was counted to send to SQS in an hour (docs/requests.md): with nothing, and with a message a second. */
export const REQUESTS_PER_HOUR = { quiet: 181, busy: 4_321 } as const;
/** Requests for one message of a backlog, receiving and deleting (docs/requests.md: 2,010 for 10,000). */
const REQUESTS_PER_WAITING_MESSAGE = 0.201;

/** The longest that a receive waits, in seconds. */
const LONGEST_POLL_SECONDS = 20;
/** One answer of SQS with nothing in it, headers included, in bytes; an estimate. */
const EMPTY_ANSWER_BYTES = 600;
/** An event as CloudTrail and EventBridge send it, in an answer of SQS, in bytes; an estimate. */
const EVENT_BYTES = 2_500;
const GB = 1e9;

/** Requests of an hour in which single messages come `perHour` apart enough that each ends a long poll of its own. */
function requestsFor(perHour: number): number {
  if (perHour === 0) return REQUESTS_PER_HOUR.quiet;
  const gapSeconds = SECONDS / perHour;
  const polls = perHour * (1 + Math.floor(gapSeconds / LONGEST_POLL_SECONDS));
  const deletes = Math.min(perHour, SECONDS / 5);
  return Math.min(polls + deletes, REQUESTS_PER_HOUR.busy);
}

/** An open page for some hours, in which messages come evenly. */
export function listening(hours: number, messagesPerHour: number): Usage {
  const sqs =
    hours * (messagesPerHour >= SECONDS ? REQUESTS_PER_HOUR.busy : requestsFor(messagesPerHour));
  const bytes = sqs * EMPTY_ANSWER_BYTES + hours * messagesPerHour * EVENT_BYTES;
  return { sqs, transferGb: bytes / GB };
}

/** Messages that waited while no page was open, taken in batches when one opens. */
export function backlog(messages: number): Usage {
  return {
    sqs: messages * REQUESTS_PER_WAITING_MESSAGE,
    transferGb: (messages * EVENT_BYTES) / GB,
  };
}

/** Messages on their way to one queue: published to a feed, and put into the queue by SNS, which SQS counts. */
export function delivery(messages: number): Usage {
  return { sns: messages, sqs: messages };
}

/** How many heartbeats one connector sends in some hours: one a minute. */
export const heartbeats = (hours: number): number => hours * MINUTES;

/** Messages of a connector's account, which pays for sending them into another one; its heartbeats among them. */
export function fromConnector(messages: number): Usage {
  return together(delivery(messages), { crossAccountEvents: messages });
}
