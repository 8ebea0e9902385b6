import type { Listening } from '$lib/session/listening';

/**
 * Plays what was opened, where the page was pressed before: a drop is no press, and browsers start no sound
 * without one. Else it waits for the click that its notice asks for.
 */
export function playIfAllowed(opened: Pick<Listening, 'play'>): void {
  const isAllowed = 'userActivation' in navigator ? navigator.userActivation.hasBeenActive : true;
  if (isAllowed) void opened.play();
}
