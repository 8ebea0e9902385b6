/**
 * The category of RDS, Aurora, Neptune and DocumentDB events by their ids, for the categories that are bad news (RDS
 * and Aurora user guides, event categories and messages). Notices by SNS tell the id alone.
 */
const IDS: Readonly<Record<string, string>> = {
  failover: '0013 0015 0034 0049 0050 0051 0065 0069 0070 0071 0072 0073',
  failure: `0031 0035 0036 0039 0058 0079 0080 0081 0165 0188 0195 0198 0219 0220 0223 0224 0237 0243 0245 0249
    0252 0254 0275 0277 0278 0279 0280 0281 0282 0283 0284 0285 0306 0310 0315 0328 0329 0352 0353 0354 0355 0356
    0418 0420 0421 0484 0489`,
  'low storage': '0007 0089 0227',
};
const ID = /^RDS-EVENT-(\d{4})$/;

const CATEGORIES = new Map(
  Object.entries(IDS).flatMap(([category, ids]) =>
    ids.split(/\s+/).map((id): [string, string] => [id, category]),
  ),
);

/** The category of an event id such as `RDS-EVENT-0049`, where it is failover, failure or low storage; else null. */
export function databaseCategory(eventId: string | null): string | null {
  return CATEGORIES.get(ID.exec(eventId ?? '')?.[1] ?? '') ?? null;
}
