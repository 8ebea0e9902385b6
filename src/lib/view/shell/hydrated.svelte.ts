import { onMount } from 'svelte';

/** Whether the page answers yet: a prerendered button that was pressed before would lose the press. */
export function hydrated(): { readonly yes: boolean } {
  let yes = $state(false);
  onMount(() => {
    yes = true;
  });
  return {
    get yes() {
      return yes;
    },
  };
}
