import { expect, it } from 'vitest';
import { only } from '../../src/lib/core/event/fixtures/bodies';
import { loadMapping } from '../../src/lib/core/mapping/load-mapping';
import { event } from '../../mappings/samples/sample';
import { mappingReport, problemReport } from './mapping-report';

const rule = (id: string, pattern: object) => ({
  id,
  title: 'It happens',
  pattern,
  news: 'neutral',
  interrupt: 'some',
  voice: 'reed',
});

const mapping = loadMapping({
  name: 'Shop',
  idle: { title: 'Nothing happens', voice: 'pad' },
  others: 'mute',
  rules: [
    rule('orders', { source: ['shop'] }),
    rule('big-orders', { source: ['shop'], detail: { total: [{ numeric: ['>', 100] }] } }),
    rule('mail', { source: ['post'] }),
    rule('long', { source: ['depot'], detail: { id: ['x'.repeat(3_000)] } }),
  ],
});

it('counts what each rule catches, and names dead, shadowed and widened rules', () => {
  const events = [
    event('shop', 'Order', { total: 5 }),
    event('shop', 'Order', { total: 500 }),
    event('elsewhere', 'Order', {}),
  ];
  const lines = mappingReport('shop.json', mapping, events.map(only)).split('\n');
  expect(lines.map((line) => line.trim().replace(/\s+/g, ' '))).toEqual([
    'shop.json is valid: Shop, 4 rules',
    '1 orders 2 shop, Order',
    '2 big-orders 0 -',
    '3 mail 0 -',
    '4 long 0 -',
    '1 of 3 sample events no rule is for; they are muted.',
    'Dead rules, which no sample reaches: mail, long.',
    'Shadowed rule big-orders: all that it matches of these samples is taken by orders (1). Move it up, or drop it.',
    '1 EventBridge pattern delivers what its rules name, widened: long (asks for source).',
    '',
  ]);
});

it('gives each mistake with its remedy', () => {
  const problem = { path: 'rules[0].news', reason: 'is missing', remedy: 'Write one.' };
  expect(problemReport('shop.json', [problem])).toBe(
    'shop.json has one mistake:\n  rules[0].news is missing.\n    Write one.\n',
  );
});
