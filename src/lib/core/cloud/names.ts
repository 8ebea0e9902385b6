/**
 * The names of what one person has in the cloud. `prefix` names the deployment (`ame-` and eight hexadecimal digits),
 * `sub` is the user pool's id of the person: unlike an identity id it holds no colon, and may stand in a queue's name.
 */

/** The queue that the person's page reads. */
export const queueName = (prefix: string, sub: string): string => `${prefix}-q-${sub}`;

/** The topic that connectors publish to; the queue subscribes to it. */
export const feedName = (prefix: string, sub: string): string => `${prefix}-feed-${sub}`;

/** The topic that carries redacted events to the listeners of the person's shares. */
export const sharedFeedName = (prefix: string, sub: string): string => `${prefix}-shared-${sub}`;

/** The queue of one listener of a share; `listener` is 32 hexadecimal digits. */
export const listenerQueueName = (prefix: string, listener: string): string =>
  `${prefix}-listen-${listener}`;

/** The topic that the rules of the deployment's own account publish to. */
export const accountFeedName = (prefix: string): string => `${prefix}-account`;

/** Where messages go that nobody took in time. */
export const deadLettersName = (prefix: string): string => `${prefix}-dead-letters`;

/** The role of a connector in the account that is listened to begins with this. */
export const CONNECTOR_ROLE_PREFIX = 'ame-connector-';

/** What a connector's own events carry as their source: they tell that it is there, and are not heard. */
export const CONNECTOR_SOURCE = 'aws-musical-event.connector';

/** What the page's own events carry as their source: test events, and the heartbeats of a shared feed. */
export const PAGE_SOURCE = 'aws-musical-event';
