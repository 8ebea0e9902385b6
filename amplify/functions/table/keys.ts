/**
 * The deployment's one table, on demand, keyed by `pk` and `sk`, both text; `expires` (whole seconds since the epoch)
 * is its time to live, which tidies up and decides nothing. Every bound is held by a condition on one row:
 *
 * | pk                    | sk           | holds                                              | read by              | written by                              |
 * | --------------------- | ------------ | -------------------------------------------------- | -------------------- | --------------------------------------- |
 * | `person#<sub>`        | `share#<nn>` | one of a person's 20 places for a share            | key; query by person | create, if free or its share is over    |
 * | `token#<sha256>`      | `share`      | which share a token opens: owner, place, id        | key                  | create, once                            |
 * | `share#<id>`          | `seat#<nn>`  | one of a share's seats: listener, digest of secret | query by share       | join, if free or its listener is gone   |
 * | `person#<sub>`        | `lease`      | who may rewrite the person's topic policy now      | key                  | connections and ensure-queue, if free   |
 * | `person#<sub>`        | `deleted`    | the person deletes, or has deleted, their account  | key                  | delete-account                          |
 * | `rate#<call>#<who>`   | `<minute>`   | how often somebody called in that minute           | –                    | every call, by an atomic addition       |
 *
 * Places are numbered rows and not a counter, so that twenty shares and a hundred listeners are never exceeded by
 * calls at once, and nothing has to be counted back down when a function dies half-way.
 */
export interface RowKey {
  readonly pk: string;
  readonly sk: string;
}

/** A person has at most this many shares that are live. */
export const SHARES_PER_PERSON = 20;
/** A share has at most this many listeners. */
export const LISTENERS_PER_SHARE = 100;

const twoDigits = (place: number): string => String(place).padStart(2, '0');

export const personKey = (sub: string): string => `person#${sub}`;

export const SHARE_SORT = 'share#';
/** @param place 0 to 19. */
export const shareKey = (sub: string, place: number): RowKey => ({
  pk: personKey(sub),
  sk: `${SHARE_SORT}${twoDigits(place)}`,
});

/** @param digest SHA-256 of the token in hexadecimal. */
export const tokenKey = (digest: string): RowKey => ({ pk: `token#${digest}`, sk: 'share' });

export const seatsKey = (shareId: string): string => `share#${shareId}`;

/** @param place 0 to 99. */
export const seatKey = (shareId: string, place: number): RowKey => ({
  pk: seatsKey(shareId),
  sk: `seat#${twoDigits(place)}`,
});

export const leaseKey = (sub: string): RowKey => ({ pk: personKey(sub), sk: 'lease' });

export const deletedKey = (sub: string): RowKey => ({ pk: personKey(sub), sk: 'deleted' });

/** @param who the caller's `sub`, or a share's id. */
export const rateKey = (call: string, who: string, minute: number): RowKey => ({
  pk: `rate#${call}#${who}`,
  sk: String(minute),
});
