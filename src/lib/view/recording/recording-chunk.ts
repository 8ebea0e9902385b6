/** What only a recording needs: loaded when one is opened. */
export { default as RecordingBar } from './RecordingBar.svelte';
export { default as RecordingFacts } from './RecordingFacts.svelte';
export { default as RecordingSheet } from './RecordingSheet.svelte';
