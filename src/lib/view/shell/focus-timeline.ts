/** Moves the focus to the timeline, or to the page's main part where a table stands in its place. */
export function focusTimeline(): void {
  const timeline = document.querySelector<HTMLElement>('[role="application"]');
  (timeline ?? document.querySelector<HTMLElement>('#main'))?.focus();
}
