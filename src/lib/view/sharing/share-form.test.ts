import { describe, expect, it } from 'vitest';
import { FixtureSharing } from './fixtures/fixture-sharing.svelte';
import { checkListeners, checkName, checkSources, sourcesIn } from './share-checks';
import { ShareForm } from './share-form.svelte';

const NOW = 1_700_000_000_000;

describe('making a link', () => {
  it('sends what was chosen and shows the link once', async () => {
    const sharing = new FixtureSharing();
    const form = new ShareForm(sharing);
    form.name.enter(' The team ');
    form.lifeSeconds = 3600;
    form.listeners.enter('25');
    form.sources.enter('aws.ec2, aws.lambda aws.ec2');
    form.setOutcome('success', false);
    form.setOutcome('neutral', false);
    await form.make(NOW);
    expect(sharing.made).toEqual([
      {
        name: 'The team',
        expiresAt: NOW + 3_600_000,
        maxListeners: 25,
        filter: { sources: ['aws.ec2', 'aws.lambda'], outcomes: ['warning', 'error'] },
      },
    ]);
    expect(form.made?.link).toMatch(/\/s#\S+$/);
    expect(form.name.value).toBe('');
    form.putAway();
    expect(form.made).toBeNull();
  });

  it('asks for no filter where everything passes', async () => {
    const sharing = new FixtureSharing();
    const form = new ShareForm(sharing);
    form.name.enter('All');
    await form.make(NOW);
    expect(sharing.made[0]?.filter).toEqual({ sources: [], outcomes: [] });
  });

  it('lets at least one outcome through', () => {
    const form = new ShareForm(new FixtureSharing());
    for (const outcome of ['success', 'neutral', 'warning', 'error'] as const)
      form.setOutcome(outcome, false);
    expect(form.outcomes).toEqual(['error']);
    form.setOutcome('success', true);
    expect(form.outcomes).toEqual(['success', 'error']);
  });

  it('keeps what was entered when it is refused', async () => {
    const sharing = new FixtureSharing();
    const form = new ShareForm(sharing);
    form.name.enter('The team');
    sharing.refuse('Twenty links are open.', 'Revoke one first.');
    await form.make(NOW);
    expect(form.made).toBeNull();
    expect(form.name.value).toBe('The team');
    expect(form.form.trouble?.text).toBe('Twenty links are open. Revoke one first.');
  });
});

describe('what is entered', () => {
  it('has bounds', () => {
    expect(checkName(' ')).toMatch(/Give it a name/);
    expect(checkName('x'.repeat(81))).toMatch(/this has 81/);
    expect(checkName('x'.repeat(80))).toBeNull();
    for (const text of ['0', '101', '-1', '1.5', '', 'many', '1e2'])
      expect(checkListeners(text), text).toMatch(/1 to 100/);
    for (const text of ['1', '100']) expect(checkListeners(text)).toBeNull();
  });

  it('takes sources between commas and spaces', () => {
    expect(sourcesIn(' aws.ec2,aws.s3\naws.ec2 ')).toEqual(['aws.ec2', 'aws.s3']);
    expect(checkSources('aws.ec2, my.app/orders-1')).toBeNull();
    expect(checkSources('')).toBeNull();
    expect(checkSources('aws.ec2 <b>')).toBe('“<b>” is not a source; one looks like aws.ec2.');
  });
});
