import type { AwsEvent } from '../../src/lib/core/event/aws-event';
import { eventPatterns } from '../../src/lib/core/mapping/event-patterns';
import type { Mapping } from '../../src/lib/core/mapping/mapping';
import type { MappingProblem } from '../../src/lib/core/mapping/mapping-error';
import { type RuleCatches, ruleCatches } from './rule-catches';

/** What is wrong with a mapping, for a person: each problem with its remedy below it. */
export function problemReport(file: string, problems: readonly MappingProblem[]): string {
  const count = problems.length === 1 ? 'one mistake' : `${String(problems.length)} mistakes`;
  const lines = problems.flatMap(({ path, reason, remedy }) => [
    `  ${path || 'The mapping'} ${reason}.`,
    `    ${remedy}`,
  ]);
  return [`${file} has ${count}:`, ...lines, ''].join('\n');
}

/** What a valid mapping does with sample events, for a person. */
export function mappingReport(file: string, mapping: Mapping, events: readonly AwsEvent[]): string {
  const catches = ruleCatches(mapping, events);
  const caught = catches.reduce((sum, one) => sum + one.caught, 0);
  const fate = mapping.others === 'mute' ? 'are muted' : 'sound in their service’s own voice';
  return [
    `${file} is valid: ${mapping.name}, ${String(mapping.rules.length)} rules`,
    ...catches.map(ruleLine),
    `  ${String(events.length - caught)} of ${String(events.length)} sample events no rule is for; they ${fate}.`,
    ...unreached(catches),
    delivery(mapping),
    '',
  ].join('\n');
}

function ruleLine({ rule, caught, example }: RuleCatches, index: number): string {
  const place = String(index + 1).padStart(4);
  return `${place} ${rule.id.padEnd(26)} ${String(caught).padStart(6)}  ${example ?? '-'}`;
}

function unreached(catches: readonly RuleCatches[]): string[] {
  const silent = catches.filter(({ caught }) => caught === 0);
  const dead = silent.filter(({ taken }) => taken.size === 0);
  const shadowed = silent.filter(({ taken }) => taken.size > 0);
  return [
    dead.length === 0
      ? '  Dead rules, which no sample reaches: none.'
      : `  Dead rules, which no sample reaches: ${dead.map(({ rule }) => rule.id).join(', ')}.`,
    ...(shadowed.length === 0 ? ['  Shadowed rules: none.'] : shadowed.map(shadow)),
  ];
}

function shadow({ rule, taken }: RuleCatches): string {
  const by = [...taken].map(([id, count]) => `${id} (${String(count)})`).join(', ');
  return `  Shadowed rule ${rule.id}: all that it matches of these samples is taken by ${by}. Move it up, or drop it.`;
}

function delivery(mapping: Mapping): string {
  const { patterns, widened } = eventPatterns(mapping, 'mute');
  const wider = widened.map(
    ({ rule, asks }) => `${rule} (asks for ${asks.join(', ') || 'nothing'})`,
  );
  const count = `${String(patterns.length)} EventBridge ${patterns.length === 1 ? 'pattern delivers' : 'patterns deliver'}`;
  return `  ${count} what its rules name${wider.length === 0 ? '' : `, widened: ${wider.join(', ')}`}.`;
}
