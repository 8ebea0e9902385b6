import { afterEach, describe, expect, it, vi } from 'vitest';
import { current, endListening, openListening } from './current';
import { openSession } from './open-session';

vi.mock('./open-session', () => ({
  openSession: vi.fn(async () => ({ hasEnded: false, end: vi.fn(async () => undefined) })),
  openRecordingSession: vi.fn(),
  warmUp: vi.fn(),
}));

afterEach(async () => {
  await endListening('account');
  await endListening('demo');
});

describe('the open session', () => {
  it('ends with the sign-in that it belongs to', async () => {
    const session = await openListening({ kind: 'account' });
    await endListening('account');
    expect(session.end).toHaveBeenCalledOnce();
    expect(current()).toBeNull();
  });

  it('goes on when somebody else signs out', async () => {
    const session = await openListening({ kind: 'demo', scenario: 'calm-day' });
    await endListening('account');
    expect(session.end).not.toHaveBeenCalled();
    expect(current()).toBe(session);
  });

  it('ends what is still being opened', async () => {
    const opening = openListening({ kind: 'account' });
    await endListening('account');
    expect((await opening).end).toHaveBeenCalledOnce();
    expect(current()).toBeNull();
  });

  it('is forgotten though its end fails', async () => {
    const end = vi.fn(async () => Promise.reject(new Error('no')));
    vi.mocked(openSession).mockResolvedValueOnce({ end } as never);
    await openListening({ kind: 'account' });
    await expect(endListening('account')).rejects.toThrow('no');
    expect(current()).toBeNull();
    expect(await openListening({ kind: 'demo', scenario: 'calm-day' })).toBe(current());
  });
});
