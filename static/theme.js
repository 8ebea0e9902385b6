// Runs before the first paint, so that a kept theme does not flash. The rest is in src/lib/view/shell/theme.svelte.ts.
try {
  var kept = localStorage.getItem('theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch {
  // Storage is refused: the system's theme holds.
}
