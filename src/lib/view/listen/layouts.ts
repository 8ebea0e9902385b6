import { MediaQuery } from 'svelte/reactivity';

/** Whether the page is as narrow as a phone. */
export const isPhone = (): MediaQuery => new MediaQuery('max-width: 759.98px');

/** Loads the layout of the listen page for a phone or a desk; a second call gives the first one's answer. */
export const layoutFor = (phone: boolean) =>
  phone ? import('./PhoneLayout.svelte') : import('./DeskLayout.svelte');
