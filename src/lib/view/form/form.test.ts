import { describe, expect, it, vi } from 'vitest';
import { Entry } from './entry.svelte';
import { Form } from './form.svelte';

const filled = (words: string) => (value: string) => (value === '' ? words : null);

class Refused extends Error {
  readonly resolution = 'Ask for another code.';
}

function field(words = 'Enter it.') {
  const entry = new Entry(filled(words));
  const focus = vi.fn();
  entry.element = { focus };
  return { entry, focus };
}

describe('a form', () => {
  it('sends nothing while a field is wrong, and leads to the first', async () => {
    const [first, second] = [field('Enter a name.'), field('Enter a code.')];
    const form = new Form([first.entry, second.entry]);
    const action = vi.fn(async () => undefined);
    first.entry.enter('Ada');
    expect(await form.submit(action)).toBe(false);
    expect(action).not.toHaveBeenCalled();
    expect(first.entry.trouble).toBeNull();
    expect(second.entry.trouble).toBe('Enter a code.');
    expect(first.focus).not.toHaveBeenCalled();
    expect(second.focus).toHaveBeenCalledOnce();
  });

  it('takes a complaint back as soon as the field is right', async () => {
    const { entry } = field();
    await new Form([entry]).submit(async () => undefined);
    expect(entry.trouble).toBe('Enter it.');
    entry.enter('x');
    expect(entry.trouble).toBeNull();
    entry.enter('');
    expect(entry.trouble).toBeNull();
  });

  it('is sent once, however often it is submitted meanwhile', async () => {
    const { entry } = field();
    entry.enter('x');
    const form = new Form([entry]);
    let finish: () => void = () => undefined;
    const action = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const sent = form.submit(action);
    expect(form.isUnderWay).toBe(true);
    expect(await form.submit(action)).toBe(false);
    finish();
    expect(await sent).toBe(true);
    expect(action).toHaveBeenCalledOnce();
  });

  it('tells a refusal beside its only field', async () => {
    const { entry, focus } = field();
    entry.enter('x');
    const form = new Form([entry]);
    expect(await form.submit(() => Promise.reject(new Refused('The code is wrong.')))).toBe(false);
    expect(entry.trouble).toBe('The code is wrong. Ask for another code.');
    expect(form.trouble).toBeNull();
    expect(focus).toHaveBeenCalledOnce();
  });

  it('tells a refusal of several fields for all of them', async () => {
    const [first, second] = [field(), field()];
    for (const { entry } of [first, second]) entry.enter('x');
    const form = new Form([first.entry, second.entry]);
    await form.submit(() => Promise.reject(new Refused('Not the right password.')));
    expect(form.trouble?.text).toBe('Not the right password. Ask for another code.');
    expect(first.entry.trouble).toBeNull();
  });
});
