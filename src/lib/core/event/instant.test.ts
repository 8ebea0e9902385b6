import { describe, expect, it } from 'vitest';
import type { Json } from './aws-event';
import { readEventTime } from './event-time';
import { isoInstant } from './instant';

const AT = Date.UTC(2025, 4, 6, 7, 8, 0);

describe('an instant', () => {
  it.each([
    '2025-05-06T07:08:00Z',
    '2025-05-06T09:08:00+0200',
    '2025-05-06 07:08:00.000',
    '2025-05-06 07:08:00 UTC',
    '06/May/2025:09:08:00 +0200',
    'Tue, 6 May 2025 07:08:00 GMT',
    '6 May 2025 07:08:00 GMT',
    'Tue May 06 07:08:00 UTC 2025',
    AT,
    AT / 1000,
    String(AT),
    String(AT / 1000),
  ])('is read from %s', (written) => {
    expect(readEventTime(isoInstant(written) ?? undefined)).toBe(AT);
  });

  it.each([
    '',
    'now',
    '06/Foo/2025:09:08:00 +0200',
    '12:00',
    -1,
    1e300,
    null,
    true,
    [AT],
  ] as Json[])('is not read from %j', (written) => expect(isoInstant(written)).toBeNull());
});
