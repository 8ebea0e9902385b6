import { describe, expect, it } from 'vitest';
import { loadMapping } from '../mapping/load-mapping';
import { writeScore } from '../score/score-writer';
import mappingJson from './golden/mapping.json';
import { SCENARIOS } from './golden/scenarios';
import { perform } from './perform';
import { replay } from './replay';

const mapping = loadMapping(mappingJson);
const [, ONE_SERVICE, , , , STORM] = SCENARIOS.map(({ heard }) => heard);
const programme = { mapping, seed: 7, heard: [...ONE_SERVICE!, ...STORM!] };

describe('a performance', () => {
  const score = perform(programme);

  it('gives every event exactly one disposition', () => {
    expect(score.events.map(({ id }) => id)).toEqual(programme.heard.map(({ event }) => event.id));
    expect(score.seed).toBe(7);
    expect(score.mapping).toEqual({ name: mapping.name, sha256: mapping.sha256 });
  });

  it('plays every played event in a note, and every aggregated one too', () => {
    const noted = new Set(score.notes.flatMap(({ events }) => events));
    for (const { id } of score.events) expect(noted).toContain(id);
  });

  it('plays figures to their end', () => {
    const minor = score.notes.filter(({ voice }) => voice === 'minor');
    expect(minor.length).toBeGreaterThan(0);
    expect(minor.length % 9).toBe(0);
  });

  it('is as long as its last note', () => {
    const end = Math.max(...score.notes.map(({ time, duration }) => time + duration));
    expect(score.duration).toBeCloseTo(end, 6);
  });

  it('plays the first of equal ids and calls the others duplicates', () => {
    const twice = perform({ ...programme, heard: [...ONE_SERVICE!, ...ONE_SERVICE!] });
    const duplicates = twice.events.filter(({ disposition }) => disposition === 'duplicate');
    expect(duplicates).toHaveLength(ONE_SERVICE!.length);
    expect(duplicates[0]?.reason).toMatch(/heard before/);
    expect(twice.notes).toEqual(perform({ ...programme, heard: ONE_SERVICE! }).notes);
  });

  it('is empty for nothing, and lists what could not be read', () => {
    const unreadable = [{ index: 3, reason: 'not JSON' }];
    const empty = perform({ mapping, seed: 1, heard: [], unreadable });
    expect(empty).toMatchObject({ duration: 0, events: [], notes: [], unreadable });
  });

  it('follows the link', () => {
    const lost = perform({ ...programme, links: [{ slot: 8, link: 'down' }] });
    expect(lost.notes.some(({ voice }) => voice === 'reed')).toBe(true);
  });
});

describe('a journal', () => {
  it('replays to the same bytes', () => {
    const bodies = programme.heard.map(({ event, slot }) => ({
      text: JSON.stringify(event.envelope),
      receivedAt: event.time,
      slots: [slot],
    }));
    const again = { text: bodies[0]!.text, receivedAt: 0, slots: [] };
    const links = [{ slot: 20, link: 'behind' as const }];
    const head = { version: 1 as const, seed: 7, mapping };
    const heard = [...programme.heard, { ...programme.heard[0]!, slot: 0 }];
    const score = perform({ ...programme, heard, links });
    const replayed = replay({ ...head, bodies: [...bodies, again], links }, mapping);
    expect(writeScore(replayed)).toBe(writeScore(score));
  });
});
