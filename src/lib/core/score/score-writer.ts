import type { Note } from './note';
import type { Score, ScoreEvent } from './score';

/**
 * The JSON text of a Score: keys in one order, one event or note a line, so that two Scores compare line by line
 * and equal Scores are equal bytes.
 */
export function writeScore(score: Score): string {
  const head = {
    version: score.version,
    seed: score.seed,
    mapping: { name: score.mapping.name, sha256: score.mapping.sha256 },
    duration: score.duration,
  };
  const fields = Object.entries(head).map(([name, value]) => field(name, JSON.stringify(value)));
  const unreadable = score.unreadable.map(({ index, reason }) => ({ index, reason }));
  const body = [
    ...fields,
    field('events', list(score.events.map(eventInOrder))),
    field('notes', list(score.notes.map(noteInOrder))),
    field('unreadable', list(unreadable)),
  ];
  return `{\n${body.join(',\n')}\n}\n`;
}

function field(name: string, json: string): string {
  return `  ${JSON.stringify(name)}: ${json}`;
}

function list(items: readonly object[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}

function eventInOrder(event: ScoreEvent): object {
  const { id, time, source, detailType, outcome, rule, disposition, reason, body } = event;
  return { id, time, source, detailType, outcome, rule, disposition, reason, body };
}

function noteInOrder({ time, duration, midi, velocity, voice, pan, events }: Note): object {
  return { time, duration, midi, velocity, voice, pan, events };
}
