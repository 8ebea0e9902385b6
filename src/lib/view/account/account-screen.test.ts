import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import AccountScreen from './AccountScreen.svelte';
import { Admission } from './admission.svelte';
import { ADMISSION_FIELDS, admissionWords } from './admission-words';
import AdmissionForm from './AdmissionForm.svelte';
import { FixtureMembership } from './fixtures/fixture-membership.svelte';

type Options = ConstructorParameters<typeof FixtureMembership>[0];

const screen = (options: Options) =>
  render(AccountScreen, { props: { membership: new FixtureMembership(options) } }).body;

function form(step: Admission['step']): string {
  const admission = new Admission(new FixtureMembership({ state: 'signed-out' }));
  admission.email.enter('ada@example.com');
  admission.go(step);
  return render(AdmissionForm, { props: { admission } }).body;
}

/** The `autocomplete` tokens of a form's fields, in their order. */
const tokens = (html: string) => [...html.matchAll(/autocomplete="([^"]*)"/g)].map(([, t]) => t);

const STEPS = Object.keys(ADMISSION_FIELDS) as Admission['step'][];

describe('the forms on the way in', () => {
  it.each([
    ['sign-in', ['username', 'current-password']],
    ['sign-up', ['username', 'new-password']],
    ['confirm', ['username', 'one-time-code']],
    ['forgot', ['username']],
    ['reset', ['username', 'one-time-code', 'new-password']],
    ['totp', ['one-time-code']],
    ['new-password', ['username', 'new-password']],
  ] as const)('%s tells password managers what it asks', (step, expected) => {
    expect(tokens(form(step))).toEqual(expected);
  });

  it.each(STEPS)('%s is a form with a name, a heading and a label for each field', (step) => {
    const html = form(step);
    expect(html).toMatch(new RegExp(`<form[^>]* name="${step}"[^>]* method="post"`));
    expect(html).toContain(admissionWords(step).title);
    const labels = [...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
    expect(labels).toHaveLength(ADMISSION_FIELDS[step].length);
    for (const id of labels) expect(html).toContain(`<input id="${id}"`);
  });

  it('say whose password it is where the address is not asked for', () => {
    for (const step of ['confirm', 'reset', 'new-password'] as const)
      expect(form(step)).toMatch(/value="ada@example.com"[^>]* readonly/);
  });
});

describe('the account page', () => {
  it('offers to sign up only where that is open', () => {
    expect(screen({ state: 'signed-out' })).toContain('Sign up');
    const closed = screen({ state: 'signed-out', selfSignUp: 'closed' });
    expect(closed).not.toContain('>Sign up<');
    expect(closed).toContain('Ask the owner of this deployment to invite you.');
  });

  it('lets the owner invite, and nobody else', () => {
    expect(screen({ isOwner: true })).toContain('Invite a listener');
    expect(screen({ isOwner: false })).not.toContain('Invite a listener');
  });

  it('shows no form before it is known who is there', () => {
    expect(screen({ state: 'checking' })).not.toContain('<form');
  });

  it('shows what is a person’s own as text', () => {
    const membership = new FixtureMembership();
    membership.email = '<img src=x onerror=alert(1)>@example.com';
    const html = render(AccountScreen, { props: { membership } }).body;
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
