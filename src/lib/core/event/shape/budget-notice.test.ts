import { describe, expect, it } from 'vitest';
import { readBody } from '../read-body';

const NOTICE = [
  'AWS Budget Notification November 21, 2026',
  'AWS Account 123456789012',
  '',
  'The actual cost of your budget is greater than $8.00 for the current month.',
  '',
  'Budget Name: monthly',
  'Alert Type: ACTUAL',
].join('\n');

describe('a budget’s notice that SNS delivers raw', () => {
  it('is a warning, and known again when it comes twice', () => {
    const [first, second] = [readBody(NOTICE, 7), readBody(NOTICE, 9)];
    expect(first.events).toMatchObject([
      { source: 'aws.budgets', detailType: 'Budget Notification', outcome: 'warning', time: 7 },
    ]);
    expect(second.events[0]!.id).toBe(first.events[0]!.id);
  });

  it('is not seen in a text that only speaks of budgets', () => {
    expect(readBody('Our AWS Budget Notification came. Budget Name: monthly', 0).events).toEqual(
      [],
    );
    expect(readBody('AWS Budget Notification, they say', 0).events).toEqual([]);
  });
});
