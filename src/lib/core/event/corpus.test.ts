import { existsSync, globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bodiesOfFile } from './file-bodies';
import { RECEIVED_AT } from './fixtures/bodies';
import { readBody } from './read-body';

const CORPUS = '../shared/corpus';

function bodiesOf(pattern: string): string[] {
  return globSync(`${CORPUS}/*/${pattern}`)
    .sort()
    .flatMap((file) => {
      const bytes = readFileSync(file);
      return bodiesOfFile((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    });
}

describe.runIf(existsSync(CORPUS))('events that others recorded', () => {
  it.each(['eventbridge.jsonl', 'cloudtrail-records.jsonl', 'cloudtrail-stream-*.jsonl.gz'])(
    'each line of %s is one event',
    (pattern) => {
      const bodies = bodiesOf(pattern);
      expect(bodies.length).toBeGreaterThan(100);
      const odd = bodies.filter((body) => {
        const { events, unreadable } = readBody(body, RECEIVED_AT);
        return events.length !== 1 || unreadable.length !== 0 || events[0]!.key === '';
      });
      expect(odd).toEqual([]);
    },
  );

  it('tells the throttled, the refused and the failed calls of the recording apart', () => {
    const outcomes = bodiesOf('cloudtrail-stream-*.jsonl.gz').map(
      (body) => readBody(body, 0).events[0]!.outcome,
    );
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect({ error: count('error'), warning: count('warning'), neutral: count('neutral') }).toEqual(
      {
        error: 97,
        warning: 38,
        neutral: 1_297,
      },
    );
  });

  it('accounts for every other shape, and throws at none', () => {
    for (const file of globSync(`${CORPUS}/*/shapes/*/*`)) {
      const { events, unreadable } = readBody(readFileSync(file, 'utf8'), RECEIVED_AT);
      expect(events.length + unreadable.length, file).toBeGreaterThan(0);
    }
  });
});
