/** How often the owner's page says that it is there, while somebody may listen. */
export const HEARTBEAT_EVERY_MS = 60_000;

/** After this long without a word of the owner's page its listeners hold it to be away: two heartbeats are missing. */
export const OWNER_AWAY_AFTER_MS = 150_000;
