import { beforeEach, describe, expect, it } from 'vitest';
import type { CallError, ListenerPass, Seat } from '$lib/core/cloud/calls';
import { RefusedCallError } from './function-caller';
import { SeatPass, type PassLocks, type PassStore } from './seat-pass';
import { seatTaking } from './seat-taking';

const TOKEN = 'tök';
const PASS: ListenerPass = { id: 'a'.repeat(32), secret: 's' };

let kept: Map<string, string>;
let store: PassStore;
let asked: { token: string; pass?: ListenerPass }[];
let errors: (Error | null)[];

beforeEach(() => {
  kept = new Map();
  store = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
  asked = [];
  errors = [];
});

const refused = (code: CallError['code']) =>
  new RefusedCallError({ code, message: 'no', resolution: 'ask' });

function seat(): Seat {
  return {
    pass: asked.at(-1)?.pass ?? { ...PASS, id: String(asked.length).padStart(32, '0') },
    queueUrl: 'https://sqs.test/q',
    region: 'eu-west-1',
    credentials: { accessKeyId: 'k', secretAccessKey: 's', sessionToken: 't', expiration: 1 },
    share: { name: 'Ops', expiresAt: 2, listeners: 1 },
  };
}

/** A page of one tab. */
function page(token = TOKEN, locks: PassLocks | null = null) {
  return seatTaking(token, new SeatPass(token, store, locks), async (input) => {
    asked.push(input);
    const error = errors.shift();
    if (error) throw error;
    return seat();
  });
}

/** Locks that are all held by another page. */
const taken = {
  request: () => Promise.reject(new DOMException('', 'TimeoutError')),
} as unknown as PassLocks;

describe('taking a seat', () => {
  it('takes the same one again, also after a reload', async () => {
    const take = page();
    const { pass } = await take();
    await take();
    await page()();
    expect(asked).toEqual([{ token: TOKEN }, { token: TOKEN, pass }, { token: TOKEN, pass }]);
  });

  it('takes another one by another link, and in a tab that was duplicated', async () => {
    await page()();
    await page(TOKEN, taken)();
    await page('other')();
    expect(asked).toEqual([{ token: TOKEN }, { token: TOKEN }, { token: 'other' }]);
  });

  it('asks once for who ask at once', async () => {
    const take = page();
    const [one, other] = await Promise.all([take(), take()]);
    expect(asked).toHaveLength(1);
    expect(one).toBe(other);
  });

  it.each(['invalid', 'not-allowed'] as const)(
    'gives up a pass that is %s, and takes another seat',
    async (code) => {
      const take = page();
      await take();
      errors.push(refused(code));
      const { pass } = await take();
      expect(asked.at(-1)).toEqual({ token: TOKEN });
      expect(kept.get('aws-musical-event:seat')).toContain(pass.id);
    },
  );

  it.each([
    ['expired', 'share-expired'],
    ['revoked', 'share-revoked'],
    ['full', 'share-full'],
    ['not-found', 'share-unknown'],
  ] as const)('tells that the link is %s', async (code, refusal) => {
    errors.push(refused(code));
    await expect(page()()).rejects.toMatchObject({ name: 'SeatRefusedError', refusal });
  });

  it('tells other refusals and failures as they are', async () => {
    for (const error of [refused('wait'), new TypeError('Failed to fetch')]) {
      errors.push(error);
      await expect(page()()).rejects.toBe(error);
    }
  });

  it('goes on where the browser keeps nothing, or nonsense', async () => {
    kept.set('aws-musical-event:seat', '{"token":"tök","pass":7}');
    await page()();
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    store = { getItem: refuse, setItem: refuse, removeItem: refuse };
    await page()();
    expect(asked).toEqual([{ token: TOKEN }, { token: TOKEN }]);
  });
});
