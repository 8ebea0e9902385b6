import type { Json, JsonObject } from '../../src/lib/core/event/aws-event';

/** A rule that is valid. */
export const good = {
  id: 'it-happens',
  title: 'It happens',
  pattern: { source: ['shop'] },
  news: 'neutral',
  interrupt: 'some',
  voice: 'reed',
};

/** A mapping with one rule. */
export const file = (rule: Json): JsonObject => ({
  name: 'Test',
  idle: { title: 'Nothing happens', voice: 'pad' },
  rules: [rule],
});
