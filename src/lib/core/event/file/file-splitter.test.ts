import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilePart } from './file-part';
import { FileSplitter } from './file-splitter';
import { MAX_PART_CHARS } from './held-text';

/** The parts of a text that arrives in chunks, cut at the places given as shares of its length. */
function parts(text: string, cuts: readonly number[] = []): FilePart[] {
  const found: FilePart[] = [];
  const splitter = new FileSplitter((part) => found.push(part));
  const places = [0, ...cuts.map((cut) => Math.floor(cut * text.length)), text.length];
  places.sort((a, b) => a - b);
  for (const [index, place] of places.entries())
    splitter.push(text.slice(place, places[index + 1] ?? place));
  splitter.end();
  return found;
}

const texts = (found: readonly FilePart[]): string[] =>
  found.map((part) => ('text' in part ? part.text : part.kind));
const lines = (found: readonly FilePart[]): number[] =>
  found.map((part) => ('line' in part ? part.line : 0));

/** Objects whose own fields are no lists of parts. */
const objects = fc
  .dictionary(fc.stringMatching(/^[a-z"\\{}[\],:]{1,8}$/), fc.jsonValue({ maxDepth: 3 }), {
    minKeys: 1,
  })
  .filter((value) => Object.keys(value).every((key) => key !== 'events'));
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('the splitter of files', () => {
  const FORMS: [string, (values: readonly object[]) => string][] = [
    ['JSON lines', (values) => values.map((value) => JSON.stringify(value)).join('\n')],
    ['lines of Windows', (values) => values.map((value) => JSON.stringify(value)).join('\r\n')],
    ['objects in a row', (values) => values.map((value) => JSON.stringify(value)).join('')],
    ['a list', (values) => JSON.stringify(values)],
    ['a pretty list', (values) => `${JSON.stringify(values, null, 2)}\n`],
    ['a log', (values) => JSON.stringify({ Records: values })],
    [
      'a pretty log',
      (values) => JSON.stringify({ a: [1, { b: 2 }], Events: values, c: [] }, null, 4),
    ],
    [
      'pretty objects in a row',
      (values) => values.map((value) => JSON.stringify(value, null, 1)).join('\n'),
    ],
    ['texts in a list', (values) => JSON.stringify(values.map((value) => JSON.stringify(value)))],
  ];

  it.each(FORMS)('finds what JSON.parse finds, however %s is cut', (_name, written) => {
    fc.assert(
      fc.property(fc.array(objects, { minLength: 1, maxLength: 8 }), cuts, (values, places) => {
        const found = texts(parts(written(values), places));
        expect(found.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same parts of any text, however it is cut', () => {
    const damaged = fc.stringMatching(/^[{}[\]",:\\a\n 1]{0,60}$/);
    fc.assert(
      fc.property(damaged, cuts, (text, places) => {
        expect(parts(text, places)).toEqual(parts(text));
      }),
      { numRuns: 500 },
    );
  });

  it('goes on after a damaged line', () => {
    expect(texts(parts('{"a":1}\n{"cut": "x\n[{"b"\n{"c":2}\n'))).toEqual([
      '{"a":1}',
      '{"cut": "x',
      '{"b"',
      '{"c":2}',
    ]);
    expect(texts(parts('{"cut": 12\n{"b":1}\n{"c":2}'))).toEqual([
      '{"cut": 12',
      '{"b":1}',
      '{"c":2}',
    ]);
  });

  it('goes on after a damaged element', () => {
    const text = '{"Records":[\n{"a":1},\n{"b": "cut\n{"c":3},\n{"d":4}\n]}';
    expect(texts(parts(text))).toEqual(['{"a":1}', '{"b": "cut', '{"c":3}', '{"d":4}']);
  });

  it('says that a document is cut off', () => {
    expect(parts('{"Records":[{"a":1},')).toEqual([
      { kind: 'body', text: '{"a":1}', line: 1 },
      { kind: 'unreadable', reason: expect.stringContaining('cut off'), head: '', line: 1 },
    ]);
    expect(texts(parts('{"Records":[{"a":1},{"b":'))).toEqual(['{"a":1}', '{"b":']);
  });

  it('tells lines, and the records of a single one', () => {
    expect(lines(parts('\n\n{"a":1}\n\n{"b":2}\nwords\n"text"'))).toEqual([3, 5, 6, 7]);
    expect(lines(parts('{"Records":[{},{},{}]}'))).toEqual([1, 2, 3]);
    expect(lines(parts('[\n  {},\n  {\n}, {}]'))).toEqual([2, 3, 4]);
  });

  it('passes lines of words on', () => {
    const text = '[ERROR] no disk\n{curly}\nhttp 200\n';
    expect(texts(parts(text, [0.05, 0.5]))).toEqual(['[ERROR] no disk', '{curly}', 'http 200']);
  });

  it('does not hold what is too long, and goes on behind it', () => {
    const long = JSON.stringify({ a: 'x'.repeat(MAX_PART_CHARS) });
    const found = parts(`{"Records":[{"b":1},${long},{"c":2}]}`, [0.2, 0.4, 0.6, 0.8]);
    expect(texts(found)).toEqual(['{"b":1}', 'unreadable', '{"c":2}']);
    expect(found[1]).toMatchObject({ reason: expect.stringContaining('1 MiB'), line: 2 });
    expect(found[1]).toMatchObject({ head: long.slice(0, 200) });
  });

  it('keeps the field around rows of CloudTrail Lake', () => {
    const rows = [[{ eventName: 'A' }, { eventSource: 'b' }], [{ eventName: 'C' }]];
    const found = texts(parts(JSON.stringify({ QueryStatus: 'FINISHED', QueryResultRows: rows })));
    expect(found.map((text) => JSON.parse(text))).toEqual(
      rows.map((row) => ({ QueryResultRows: [row] })),
    );
  });

  it('passes on what an empty list is', () => {
    expect(texts(parts('{"Records":[]}'))).toEqual(['{"Records":[]}']);
    expect(texts(parts('[ ]'))).toEqual(['[]']);
    expect(parts(' \n')).toEqual([]);
  });
});

describe('our own exports', () => {
  it('tell their seed, bodies and links', () => {
    const journal = {
      version: 1,
      seed: 7,
      mapping: { name: 'x', sha256: 'y' },
      bodies: [{ text: '{}', receivedAt: 5, slots: [1] }],
      links: [{ slot: 3, link: 'down' }],
    };
    const found = parts(JSON.stringify(journal, null, 2), [0.3, 0.5]);
    expect(found.map(({ kind }) => kind)).toEqual(['seed', 'journal-body', 'journal-link']);
    expect(found[0]).toEqual({ kind: 'seed', seed: 7 });
    expect(JSON.parse(texts(found)[1]!)).toEqual(journal.bodies[0]);
  });

  it('lack nothing where the link never changed', () => {
    const bodies = [{ text: '{}', receivedAt: 5, slots: [1] }];
    const found = parts(JSON.stringify({ version: 1, seed: 9, mapping: {}, bodies, links: [] }));
    expect(found.map(({ kind }) => kind)).toEqual(['seed', 'journal-body']);
  });

  it('are not what others call events and links', () => {
    const text = '{"source":"shop","events":[{"a":1},{"b":2}],"links":[]}';
    expect(texts(parts(text))).toEqual([text]);
  });

  it('tell the events of a Score and nothing else of it', () => {
    const score = { version: 1, seed: 1, mapping: {}, duration: 2, events: [{ id: 'a' }] };
    const found = parts(JSON.stringify({ ...score, notes: [{ time: 0 }], unreadable: [] }));
    expect(texts(found)).toEqual(['seed', '{"id":"a"}']);
  });
});

describe('a CSV', () => {
  const CSV = [
    '"eventtime","eventsource","eventname","requestparameters"',
    '"2025-05-06T07:08:00Z","ec2.amazonaws.com","RunInstances","{""a"":\n""x, y""}"',
    '"2025-05-06T07:08:01Z","s3.amazonaws.com","GetObject",""',
    '',
  ].join('\r\n');

  it('gives its rows, however it is cut', () => {
    fc.assert(
      fc.property(cuts, (places) => {
        const found = parts(CSV, places);
        expect(lines(found)).toEqual([2, 4]);
        expect(found.map((_, at) => JSON.parse(texts(found)[at]!).requestparameters)).toEqual([
          '{"a":\n"x, y"}',
          '',
        ]);
      }),
    );
  });

  it('goes on behind a quote that nothing closes', () => {
    const found = parts(`${CSV}"open\n${'x\n'.repeat(MAX_PART_CHARS)}1,2,3,4\n`, [0.5, 0.9]);
    expect(found.filter(({ kind }) => kind === 'unreadable')).toHaveLength(1);
    expect(texts(found).at(-1)).toContain('"1"');
  });
});
