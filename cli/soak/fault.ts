/** The kinds of requests that faults are dealt for, each with its own. */
export type RequestKind = 'receive' | 'delete' | 'other';

/** Something that may happen to a request on its way to the queue, or to its answer on the way back. */
export type Fault =
  /** The answer comes late. */
  | 'delay'
  /** The connection is reset; the queue never sees the request. */
  | 'reset'
  /** The connection is cut in the middle of the answer's body. */
  | 'cut-off'
  /** The queue carries the request out, and the connection is reset before the answer. */
  | 'lost-answer'
  /** Nothing is ever answered. */
  | 'hang'
  | 'server-error'
  | 'unavailable'
  | 'throttled'
  /** This request and some of those after it, whatever they ask, are throttled. */
  | 'throttling-burst'
  | 'expired-credentials'
  | 'denied'
  | 'queue-missing'
  | 'clock-skew'
  /** A message is there twice in one batch, each with a receipt of its own. */
  | 'duplicate'
  /** A message of an earlier batch comes again. */
  | 'late-duplicate'
  | 'reorder'
  /** Some messages of a batch are not deleted, and the answer says so. */
  | 'undeleted';

/** How many of each fault there are among so many requests of a kind. */
export const DECK_SIZE = 2_000;

const ON_EVERY_WAY: readonly (readonly [Fault, number])[] = [
  ['delay', 40],
  ['reset', 3],
  ['cut-off', 3],
  ['hang', 1],
  ['server-error', 2],
  ['unavailable', 2],
  ['throttled', 2],
  ['throttling-burst', 1],
  ['expired-credentials', 1],
  ['denied', 1],
  ['queue-missing', 1],
  ['clock-skew', 1],
];

/**
 * What is dealt in one deck. Those that a listener waits after are few, so that a long run is spent on messages and
 * not on waiting; each kind is there at least once in 20,000 messages.
 */
export const DECKS: { readonly [Kind in RequestKind]: readonly (readonly [Fault, number])[] } = {
  receive: [
    ...ON_EVERY_WAY,
    ['lost-answer', 2],
    ['duplicate', 40],
    ['late-duplicate', 40],
    ['reorder', 100],
  ],
  delete: [...ON_EVERY_WAY, ['lost-answer', 20], ['undeleted', 40]],
  other: ON_EVERY_WAY,
};
