import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocalQueue, type LocalQueue } from './local-queue';
import { messageText } from './message-text';

const MIB = 1024 * 1024;
let queue: LocalQueue;

beforeAll(async () => {
  queue = await startLocalQueue();
});
afterAll(() => queue.close());

it.each([
  ['nothing', '', ' '],
  ['other bytes', '\u0000\u0001PK\u0003\u001b[31m', '\ufffd\ufffdPK\ufffd\ufffd[31m'],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['no character', 'a\uffff', 'a\ufffd'],
  ['too much', 'a'.repeat(MIB + 5), 'a'.repeat(MIB)],
  ['too much of long characters', `a${'ü'.repeat(MIB / 2)}`, `a${'ü'.repeat(MIB / 2 - 1)}`],
  ['a face', 'a😀', 'a\ufffd'],
  ['usual JSON', '{"name":\t"ü"}\r\n', '{"name":\t"ü"}\r\n'],
])('a text of %s becomes one that the queue takes', async (_, text, taken) => {
  expect(messageText(text) === taken).toBe(true);
  await expect(queue.send([messageText(text)])).resolves.toBeUndefined();
});

it('an event keeps its meaning', async () => {
  const event = { name: 'ü 😀 \uffff', list: ['\\😀', JSON.stringify({ deep: '😀' })] };
  const text = messageText(JSON.stringify(event));
  await expect(queue.send([text])).resolves.toBeUndefined();
  expect(JSON.parse(text)).toEqual(event);
});
