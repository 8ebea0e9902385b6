import { describe, expect, it } from 'vitest';
import { Spool } from './spool';

describe('a spool', () => {
  it('gives texts back by their places, in any order', async () => {
    const spool = new Spool();
    const texts = Array.from({ length: 3_000 }, (_, at) => `${at} ü𝄞 ${'x'.repeat(at)}`);
    const places = texts.map((text) => spool.append(text));
    spool.seal();
    const order = texts.map((_, at) => (at * 1_009) % texts.length);
    expect(await spool.read(order.map((at) => places[at]!))).toEqual(order.map((at) => texts[at]));
  });

  it('takes a text that is larger than a block', async () => {
    const spool = new Spool();
    const texts = ['small', 'ü'.repeat(2_000_000), 'last'];
    const places = texts.map((text) => spool.append(text));
    spool.seal();
    await spool.settled();
    expect(await spool.read(places)).toEqual(texts);
  });

  it('gives nothing for nothing', async () => {
    expect(await new Spool().read([{ at: 0, bytes: 0 }])).toEqual(['']);
  });
});
