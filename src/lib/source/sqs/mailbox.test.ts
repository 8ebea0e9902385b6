import { describe, expect, it } from 'vitest';
import { Mailbox } from './mailbox';

describe('a mailbox', () => {
  it('gives items in order, posted before or while someone waits', async () => {
    const mailbox = new Mailbox<number>();
    mailbox.post(1);
    mailbox.post(2);
    expect([await mailbox.next(), await mailbox.next()]).toEqual([1, 2]);
    const waiting = mailbox.next();
    mailbox.post(3);
    mailbox.post(4);
    expect(await waiting).toBe(3);
    expect(await mailbox.next()).toBe(4);
  });

  it('gives at once what lies at its front of one kind, and leaves the rest in order', async () => {
    const mailbox = new Mailbox<number | string>();
    const isNumber = (item: number | string) => typeof item === 'number';
    expect(mailbox.takeWhile(isNumber)).toEqual([]);
    for (const item of [1, 2, 'a', 3]) mailbox.post(item);
    expect(mailbox.takeWhile(isNumber)).toEqual([1, 2]);
    expect(mailbox.takeWhile(isNumber)).toEqual([]);
    expect([await mailbox.next(), await mailbox.next()]).toEqual(['a', 3]);
  });
});
