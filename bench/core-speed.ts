import { compose, initialState } from '../src/lib/core/compose/composer';
import { readBody } from '../src/lib/core/event/read-body';
import { cueOf } from '../src/lib/core/mapping/cue-of';
import { loadMapping } from '../src/lib/core/mapping/load-mapping';
import { matchRule } from '../src/lib/core/mapping/mapping';
import { playScenario } from '../src/lib/source/demo/play-scenario';
import { SCENARIOS } from '../src/lib/source/demo/scenarios';
import mappingJson from '../mappings/default.json';
import { type Figure, medianOf } from './figure';

const EVENTS = 50_000;
const RUNS = 7;
/** 200 events a second, in slots of 5/32 s. */
const EVENTS_A_SLOT = 31;
const START = Date.UTC(2026, 0, 1);

/** Bodies as a queue would deliver them, from as many rounds of all scenarios as it takes. */
function bodies(): string[] {
  const made: string[] = [];
  for (let seed = 1; made.length < EVENTS; seed++)
    for (const { name } of SCENARIOS)
      for (const { body } of playScenario(name, seed, START)) made.push(body);
  return made.slice(0, EVENTS);
}

/** Read, match and compose them all once. Gives events a second of one core. */
function once(texts: readonly string[]): number {
  const mapping = loadMapping(mappingJson);
  let state = initialState(1);
  let notes = 0;
  let heard = 0;
  const started = performance.now();
  for (let index = 0; index * EVENTS_A_SLOT < texts.length; index++) {
    const slot = texts.slice(index * EVENTS_A_SLOT, (index + 1) * EVENTS_A_SLOT);
    const events = slot.flatMap((text) => readBody(text, START).events);
    const cues = events.map((event) => cueOf(event, matchRule(mapping, event)?.rule ?? null));
    const step = compose(state, { index, cues, link: 'up' });
    state = step.state;
    notes += step.notes.length;
    heard += events.length;
  }
  const seconds = (performance.now() - started) / 1_000;
  if (heard !== texts.length || notes === 0)
    throw new Error(`${heard} of ${texts.length} events were heard`);
  return heard / seconds;
}

/** Runs a pass over the texts some times after one to warm up. Gives events a second, each run. */
function speeds(texts: readonly string[], pass: () => unknown): number[] {
  pass();
  return Array.from({ length: RUNS }, () => {
    const started = performance.now();
    pass();
    return (texts.length * 1_000) / (performance.now() - started);
  });
}

/** How many events a second one core reads, matches, and does both, with the default mapping, in Node. */
export function readingSpeed(): Figure[] {
  const texts = bodies();
  const mapping = loadMapping(mappingJson);
  const events = texts.flatMap((text) => readBody(text, START).events);
  const read = speeds(texts, () => texts.map((text) => readBody(text, START).events.length));
  const match = speeds(texts, () => events.map((event) => matchRule(mapping, event)));
  const both = speeds(texts, () =>
    texts.map((text) => readBody(text, START).events.map((event) => matchRule(mapping, event))),
  );
  const least = { atLeast: 80_000 };
  return [
    medianOf('read', 'events/s', least, read),
    medianOf(`match, ${mapping.rules.length} rules`, 'events/s', least, match),
    medianOf('read + match', 'events/s', least, both),
  ];
}

/** How many events a second one core reads, matches and composes, in Node. */
export function coreSpeed(): Figure[] {
  const texts = bodies();
  once(texts);
  const runs = Array.from({ length: RUNS }, () => once(texts));
  return [medianOf('read + match + compose', 'events/s', { atLeast: 50_000 }, runs)];
}
