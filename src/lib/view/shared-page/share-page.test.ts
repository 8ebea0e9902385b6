import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { FixtureListening } from '$lib/session/fixtures/fixture-listening.svelte';
import type { Scenario } from '$lib/session/fixtures/fixture-link';
import { Attempt } from '../attempt/attempt.svelte';
import SharedPage from './SharedPage.svelte';

function page(scenario: Scenario | null, hasToken: boolean | null, name: string | null = null) {
  const listening = scenario && new FixtureListening({ scenario });
  if (listening && name !== null)
    listening.shared = { name, expiresAt: 1, listeners: 3, ownerSeenAt: null };
  const props = { listening, hasToken, opening: new Attempt(), onlisten: () => undefined };
  const html = render(SharedPage, { props }).body.replace(/ class="[^"]*"/g, '');
  listening?.close();
  return html;
}

describe('what a listening link opens', () => {
  it('asks for a click first, without any sign-in', () => {
    for (const hasToken of [null, true]) {
      const html = page(null, hasToken);
      expect(html).toContain('Hear how it goes, live');
      expect(html).not.toContain('<input');
    }
  });

  it('says at once that a link without its end leads nowhere', () => {
    const html = page(null, false);
    expect(html).toContain('This link leads nowhere');
    expect(html).not.toContain('Listen</button>');
  });

  it('shows whose account is heard and how many listen', () => {
    const html = page('live', true, 'shop-prod');
    expect(html).toContain('<b>shop-prod</b>, live');
    expect(html).toContain('<span>3</span> <span>listening</span>');
    expect(html).not.toContain('Mute Edge and API');
  });

  it('keeps the score of a link that was revoked while it was heard, and shows none of one that lets nobody in', () => {
    expect(page('share-revoked', true, 'shop-prod')).toContain('role="application"');
    const refused = page('share-revoked', true);
    expect(refused).toContain('This link was revoked');
    expect(refused).not.toContain('role="application"');
  });

  it('waits where the share is full', () => {
    const html = page('share-full', true);
    expect(html).toContain('Every seat is taken');
    expect(html).toContain('Try now');
  });

  it('shows the owner’s words as text', () => {
    expect(page('live', true, '<script>1</script>')).toContain('<b>&lt;script>1&lt;/script></b>');
  });
});
