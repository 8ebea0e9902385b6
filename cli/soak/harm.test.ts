import { describe, expect, it } from 'vitest';
import { Harm } from './harm';

const RECEIVE = JSON.stringify({ QueueUrl: 'q', MaxNumberOfMessages: 10 });

function answer(...names: string[]): string {
  const messages = names.map((name) => ({
    MessageId: name,
    Body: `body of ${name}`,
    ReceiptHandle: `receipt of ${name}`,
  }));
  return JSON.stringify({ Messages: messages });
}

function removal(...receipts: string[]): string {
  const Entries = receipts.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
  return JSON.stringify({ QueueUrl: 'q', Entries });
}

interface Message {
  readonly MessageId: string;
  readonly Body: string;
  readonly ReceiptHandle: string;
}

function messagesIn(text: string): readonly Message[] {
  return (JSON.parse(text) as { Messages?: Message[] }).Messages ?? [];
}

describe('the harm that is done', () => {
  it('delivers one message of a batch twice, with a receipt of its own', () => {
    const messages = messagesIn(new Harm(1).answered('duplicate', RECEIVE, answer('a', 'b', 'c')));
    const ids = messages.map(({ MessageId }) => MessageId);
    expect(ids).toHaveLength(4);
    expect(new Set(ids)).toEqual(new Set(['a', 'b', 'c']));
    expect(new Set(messages.map(({ ReceiptHandle }) => ReceiptHandle)).size).toBe(4);
    for (const { MessageId, Body } of messages) expect(Body).toBe(`body of ${MessageId}`);
  });

  it('delivers a message of an earlier batch again', () => {
    const harm = new Harm(1);
    harm.remember(answer('early'));
    const messages = messagesIn(harm.answered('late-duplicate', RECEIVE, answer('late')));
    expect(new Set(messages.map(({ MessageId }) => MessageId))).toEqual(new Set(['early', 'late']));
  });

  it('leaves an empty answer empty where no message came before', () => {
    expect(new Harm(1).answered('late-duplicate', RECEIVE, '{}')).toBe('{}');
    expect(new Harm(1).answered('duplicate', RECEIVE, '{}')).toBe('{}');
  });

  it('asks for one message less when it will add one, so that none is over ten', () => {
    const asked = new Harm(1).asked('duplicate', RECEIVE);
    expect(JSON.parse(asked ?? '')).toEqual({ QueueUrl: 'q', MaxNumberOfMessages: 9 });
  });

  it('deletes a message by either of its receipts', () => {
    const harm = new Harm(1);
    const twice = messagesIn(harm.answered('duplicate', RECEIVE, answer('a')));
    const asked = harm.asked(null, removal(...twice.map(({ ReceiptHandle }) => ReceiptHandle)));
    expect(asked).toBe(removal('receipt of a', 'receipt of a'));
  });

  it('reorders a batch and loses nothing of it', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const before = answer(...names);
    const after = messagesIn(new Harm(1).answered('reorder', RECEIVE, before));
    expect(after).not.toEqual(messagesIn(before));
    expect(after).toHaveLength(names.length);
    expect(new Set(after)).toEqual(new Set(messagesIn(before)));
  });

  it('keeps some entries from being deleted, and answers that they failed', () => {
    const harm = new Harm(1);
    const body = removal('a', 'b', 'c', 'd', 'e');
    const asked = JSON.parse(harm.asked('undeleted', body) ?? '') as { Entries: { Id: string }[] };
    const answered = JSON.parse(
      harm.answered('undeleted', body, '{"Successful":[],"Failed":[]}'),
    ) as { Failed: { Id: string }[] };
    const ids = [...asked.Entries, ...answered.Failed].map(({ Id }) => Id);
    expect(ids.sort()).toEqual(['0', '1', '2', '3', '4']);
    expect(answered.Failed.length).toBeGreaterThan(0);
    expect(asked.Entries.length).toBeGreaterThan(0);
  });

  it('has nothing to ask where the only entry is spared', () => {
    expect(new Harm(1).asked('undeleted', removal('a'))).toBeNull();
  });

  it('changes nothing where all goes well', () => {
    expect(new Harm(1).asked(null, RECEIVE)).toBe(RECEIVE);
    expect(new Harm(1).answered(null, RECEIVE, answer('a'))).toBe(answer('a'));
  });
});
