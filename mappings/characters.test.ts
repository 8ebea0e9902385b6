import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../src/lib/core/event/aws-event';
import { perform } from '../src/lib/core/compose/perform';
import { only } from '../src/lib/core/event/fixtures/bodies';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { matchRule } from '../src/lib/core/mapping/mapping';
import drumAndBass from './drum-and-bass.json';
import quiet from './quiet.json';
import { call, denied, event } from './samples/sample';

const task = (lastStatus: string) => event('aws.ecs', 'ECS Task State Change', { lastStatus });
const execution = (status: string) =>
  event('aws.states', 'Step Functions Execution Status Change', { status });

/** Each row: an event, and its rule in the drum-and-bass mapping and in the quiet one. */
const rows: [JsonObject, string | null, string | null][] = [
  [call('s3', 'GetObject', { readOnly: true }), 'rim', null],
  [call('s3', 'PutObject'), 'bass-line', null],
  [call('s3', 'PutObject', denied), 'bass-line', 'call-is-refused'],
  [
    call('lambda', 'Invoke', { errorCode: 'TooManyRequestsException' }),
    'ride',
    'call-is-throttled',
  ],
  [task('RUNNING'), 'kick', null],
  [task('STOPPED'), 'sub-bass', null],
  [execution('FAILED'), 'stab', 'work-fails'],
  [execution('SUCCEEDED'), 'stab', null],
  [
    event('aws.cloudwatch', 'CloudWatch Alarm State Change', { state: { value: 'ALARM' } }),
    'siren',
    'alarm-goes-off',
  ],
  [event('shop', 'order', { total: 5 }), null, null],
];

describe('mappings of other characters', () => {
  const mappings = [loadMapping(drumAndBass), loadMapping(quiet)];

  it.each(rows)('%j', (body, ...rules) => {
    const heard = mappings.map((mapping) => matchRule(mapping, only(body))?.rule.id ?? null);
    expect(heard).toEqual(rules);
  });

  it('the quiet one plays trouble and nothing else', () => {
    const heard = rows.map(([body], at) => ({
      event: { ...only(body), id: `event ${String(at)}` },
      slot: at * 16,
    }));
    const { events, notes } = perform({ mapping: loadMapping(quiet), seed: 1, heard });
    expect(events.map(({ disposition }) => disposition === 'muted')).toEqual(
      rows.map(([, , rule]) => rule === null),
    );
    const silent = new Set(
      events.filter(({ disposition }) => disposition === 'muted').map(({ id }) => id),
    );
    expect(notes.some((note) => note.events.some((id) => silent.has(id)))).toBe(false);
    expect(notes.some((note) => note.voice === 'alarm')).toBe(true);
  });
});
