/** What nobody can ask for before something has sounded. */
export { default as EventList } from '../score/EventList.svelte';
export { default as Inspector } from '../inspector/Inspector.svelte';
export { default as KeyboardHelp } from '../shell/KeyboardHelp.svelte';
export { default as Sparkline } from '../mood/Sparkline.svelte';
export { default as UnreadableList } from '../shell/UnreadableList.svelte';
